import { Switch } from "@kobalte/core/switch";
import { For, Show, createMemo, createSignal, type JSX } from "solid-js";
import type { Misbehaviour } from "../../api/sandbox.ts";
import { useApp } from "../../context/context.tsx";
import { Button } from "../../elements/button.tsx";
import { inputClass } from "../../elements/field.tsx";

/** Ways in which the sandbox can be wrong on purpose, to see what a station, a rule or an audit makes of it. */
export function MisbehaviourList(): JSX.Element {
  const app = useApp();
  const [typed, setTyped] = createSignal("");
  const all = (): readonly Misbehaviour[] => app.sandbox.view()?.misbehaviours ?? [];
  const names = createMemo(() => {
    const word = typed().trim().toLowerCase();
    return all()
      .filter((item) => `${item.name} ${item.text}`.toLowerCase().includes(word))
      .map((item) => item.name);
  });
  return (
    <section aria-label="Misbehaviours" class="flex min-h-0 flex-col">
      <header class="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2">
        <h2 class="text-xs font-semibold">Misbehave on purpose</h2>
        <input
          type="search"
          class={`${inputClass} ml-auto w-44!`}
          placeholder={`Find in ${all().length}`}
          aria-label="Find misbehaviours"
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Show when={app.sandbox.active().length > 0}>
          <Button onClick={() => void app.toasts.tell(app.sandbox.allOff())}>All off</Button>
        </Show>
      </header>
      <ul class="min-h-0 grow divide-y divide-line overflow-y-auto">
        <For
          each={names()}
          fallback={<li class="p-4 text-center text-xs text-ink3">No misbehaviour of that name.</li>}
        >
          {(name) => {
            const item = createMemo(() => all().find((other) => other.name === name));
            return (
              <li class="hover:bg-hover" data-misbehaviour={name}>
                <Switch
                  checked={item()?.active ?? false}
                  onChange={(on) => void app.toasts.tell(app.sandbox.toggle(name, on))}
                  class="flex items-start gap-3 px-3 py-2"
                >
                  <Switch.Input class="peer" />
                  <Switch.Control class="mt-0.5 inline-flex h-4 w-7 shrink-0 cursor-pointer items-center rounded-full border border-strong bg-raised p-px transition-colors peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent data-checked:border-warn data-checked:bg-warn">
                    <Switch.Thumb class="size-3 rounded-full bg-ink3 transition-transform data-checked:translate-x-3 data-checked:bg-surface" />
                  </Switch.Control>
                  <span class="min-w-0 grow">
                    <Switch.Label class="flex cursor-pointer flex-wrap items-center gap-1.5 font-mono text-xs font-medium">
                      {name}
                      <For each={item()?.dialects ?? []}>
                        {(dialect) => (
                          <span class="rounded border border-line px-1 text-2xs leading-3.5 font-normal text-ink3">
                            {dialect}
                          </span>
                        )}
                      </For>
                    </Switch.Label>
                    <Switch.Description class="block text-2xs text-ink2">{item()?.text}</Switch.Description>
                  </span>
                </Switch>
              </li>
            );
          }}
        </For>
      </ul>
    </section>
  );
}
