import { For, type JSX } from "solid-js";
import { Dialog } from "../elements/dialog.tsx";
import { Kbd } from "../elements/kbd.tsx";

const groups: readonly { title: string; keys: readonly (readonly [string[], string])[] }[] = [
  {
    title: "Inspector",
    keys: [
      [["j", "↓"], "Next message down the list"],
      [["k", "↑"], "Next message up the list"],
      [["Enter"], "Open the message's details"],
      [["Esc"], "Close the details, leave the search"],
      [["/"], "Search"],
      [["Space"], "Pause or resume the feed"],
      [["g"], "Jump to the newest message"],
    ],
  },
  {
    title: "In a message",
    keys: [
      [["↑", "↓"], "Move over the lines"],
      [["←", "→"], "Close and open a branch"],
      [["c"], "Copy the value"],
      [["p"], "Copy the path (JSON pointer)"],
    ],
  },
  {
    title: "Everywhere",
    keys: [
      [["?"], "This help"],
      [["Tab"], "Next control"],
    ],
  },
];

export function HelpDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }): JSX.Element {
  return (
    <Dialog open={props.open} onOpenChange={(open) => props.onOpenChange(open)} title="Keyboard shortcuts">
      <div class="grid gap-4 px-4 py-4">
        <For each={groups}>
          {(group) => (
            <section>
              <h3 class="mb-1.5 text-2xs font-semibold tracking-wide text-ink3 uppercase">{group.title}</h3>
              <dl class="grid grid-cols-[5.5rem_1fr] gap-y-1.5 text-xs">
                <For each={group.keys}>
                  {(entry) => (
                    <>
                      <dt class="flex gap-1">
                        <For each={entry[0]}>{(key) => <Kbd>{key}</Kbd>}</For>
                      </dt>
                      <dd class="text-ink2">{entry[1]}</dd>
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
