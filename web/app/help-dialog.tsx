import { For, type JSX } from "solid-js";
import { Dialog } from "../elements/dialog.tsx";
import { screenAt } from "./screens.ts";
import { keyLabel, shortcutsByPlace } from "../keys/shortcuts.ts";

export function HelpDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }): JSX.Element {
  return (
    <Dialog {...props} wide title="Keyboard shortcuts">
      <div class="gap-x-6 px-4 pt-4 sm:columns-2">
        <For each={shortcutsByPlace()}>
          {([where, list]) => (
            <section class="break-inside-avoid pb-4">
              <h3 class="mb-1.5 text-2xs font-semibold tracking-wide text-ink3 uppercase">
                {screenAt(where)?.name ?? where}
              </h3>
              <dl class="grid grid-cols-[5.5rem_1fr] gap-y-1.5 text-xs">
                <For each={list}>
                  {(shortcut) => (
                    <>
                      <dt class="flex gap-1">
                        <For each={shortcut.keys}>{(key) => <Kbd>{keyLabel(key)}</Kbd>}</For>
                      </dt>
                      <dd class="text-ink2">{shortcut.what}</dd>
                    </>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
    </Dialog>
  );
}

function Kbd(props: { children: JSX.Element }): JSX.Element {
  return (
    <kbd class="inline-grid h-4.5 min-w-4.5 place-items-center rounded border border-line bg-raised px-1 font-mono text-2xs text-ink2 shadow-[0_1px_0_var(--color-line)]">
      {props.children}
    </kbd>
  );
}
