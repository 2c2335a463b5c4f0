import { For, Match, Show, Switch, createMemo, createSignal, type JSX } from "solid-js";
import type { Answer } from "../api/ask.ts";
import type { Outcome } from "../api/sandbox.ts";
import { useApp } from "../context/context.tsx";
import { useCopy } from "../context/use-copy.ts";
import { Button } from "../elements/button.tsx";
import { Badge, Dot } from "../elements/badge.tsx";
import { Icon } from "../elements/icon.tsx";
import { Empty, Failure, Loading } from "../elements/notes.tsx";
import { MessageForm } from "../panels/crafter/message-form.tsx";
import { MisbehaviourList } from "../panels/sandbox/misbehaviour-list.tsx";

/** The built-in CSMS: who is connected, what it sends, and how it misbehaves. */
export default function SandboxScreen(): JSX.Element {
  const app = useApp();
  const [picked, setPicked] = createSignal<string>();
  const stations = createMemo(() => (app.sandbox.view()?.stations ?? []).filter((one) => one.connected));
  const station = createMemo(() => stations().find((one) => one.id === picked()) ?? stations()[0]);
  const copy = useCopy();
  const send = async (action: string, payload: unknown): Promise<Answer<Outcome>> => {
    const answer = await app.api.call(station()?.id ?? "", action, payload);
    return answer.ok ? { ok: true, value: answer.value.outcome } : answer;
  };
  return (
    <div class="flex h-full min-h-0 flex-col">
      <Show when={app.sandbox.active().length > 0}>
        <div
          role="status"
          data-banner
          class="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-warn/40 bg-warn-soft px-3 py-1.5 text-xs"
        >
          <Icon name="warning" class="size-3.5 text-warn" />
          <span class="font-semibold text-warn">The sandbox misbehaves on purpose:</span>
          <span class="font-mono text-2xs">{app.sandbox.active().join(", ")}</span>
          <Button class="ml-auto" onClick={() => void app.toasts.tell(app.sandbox.allOff())}>
            Behave again
          </Button>
        </div>
      </Show>
      <Switch fallback={<Loading />}>
        <Match when={app.sandbox.view()}>
          {(view) => (
            <div class="grid min-h-0 grow auto-rows-min grid-cols-1 overflow-y-auto lg:auto-rows-fr lg:grid-cols-[16rem_minmax(0,1fr)_24rem] lg:overflow-hidden">
              <section
                aria-label="Connected stations"
                class="flex min-h-0 flex-col border-line bg-surface max-lg:border-b lg:border-r"
              >
                <header class="flex items-center gap-1 border-b border-line px-3 py-2 text-2xs text-ink2">
                  <code class="min-w-0 truncate font-mono" title={view().url}>
                    {view().url}
                  </code>
                  <Button
                    look="ghost"
                    icon="copy"
                    iconOnly
                    aria-label="Copy the sandbox's URL"
                    onClick={() => copy("sandbox's URL", view().url)}
                  />
                </header>
                <ul class="min-h-0 grow overflow-y-auto max-lg:max-h-48">
                  <For each={stations()}>
                    {(one) => (
                      <li>
                        <button
                          type="button"
                          aria-pressed={one.id === station()?.id}
                          class="flex w-full items-center gap-2 border-b border-line/60 px-3 py-2 text-left hover:bg-hover aria-pressed:bg-accent-soft"
                          onClick={() => setPicked(one.id)}
                        >
                          <Dot tone="ok" />
                          <span class="min-w-0 truncate text-xs font-medium">{one.id}</span>
                          <Show when={one.boot !== "Accepted"}>
                            <Badge tone="warn" title="What the sandbox answered to the boot">
                              {one.boot === "None" ? "no boot" : one.boot}
                            </Badge>
                          </Show>
                          <span class="ml-auto rounded border border-line px-1 font-mono text-2xs leading-3.5 text-ink3">
                            {one.dialect}
                          </span>
                        </button>
                      </li>
                    )}
                  </For>
                </ul>
              </section>
              <div class="min-h-0 min-w-0 lg:overflow-y-auto">
                <Show
                  when={station()}
                  fallback={
                    <Empty icon="sandbox" title="No station is connected to the sandbox">
                      Power on a station whose URL is the sandbox, or point your own station to{" "}
                      <code class="font-mono text-2xs">{view().url}</code>.
                    </Empty>
                  }
                >
                  {(one) => <MessageForm station={one()} sender="csms" send={send} />}
                </Show>
              </div>
              <div class="flex min-h-0 flex-col border-line bg-surface max-lg:border-t lg:border-l">
                <MisbehaviourList />
              </div>
            </div>
          )}
        </Match>
        <Match when={app.sandbox.problem()}>
          <Failure
            class="mx-auto max-w-lg p-6"
            title="The sandbox is not available"
            problem={app.sandbox.problem()}
            retry={() => app.sandbox.load()}
          />
        </Match>
      </Switch>
    </div>
  );
}
