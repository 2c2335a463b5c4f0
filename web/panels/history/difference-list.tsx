import { For, Show, createMemo, type JSX } from "solid-js";
import type { Difference } from "../../api/history.ts";
import { memberDifferences, memberName } from "../../stores/history.ts";

/** What differs, member by member: what was there with a minus, what is there with a plus. */
export function DifferenceList(props: { parts: readonly Difference[]; label: string }): JSX.Element {
  const parts = createMemo(() => memberDifferences(props.parts));
  return (
    <ul aria-label={props.label} class="grid gap-2">
      <For each={parts()}>
        {(part) => (
          <li data-pointer={part.pointer} class="overflow-hidden rounded-md border border-line bg-surface">
            <p class="flex items-center gap-2 border-b border-line bg-raised/60 px-2.5 py-1 font-mono text-2xs font-medium">
              <span class="min-w-0 break-words">{memberName(part.pointer)}</span>
              <span class="ml-auto shrink-0 font-sans font-normal text-ink3">
                {"before" in part ? ("after" in part ? "changed" : "removed") : "added"}
              </span>
            </p>
            <Show when={"before" in part}>
              <Side sign="−" word="before" value={part.before} />
            </Show>
            <Show when={"after" in part}>
              <Side sign="+" word="after" value={part.after} />
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

function Side(props: { sign: "−" | "+"; word: string; value: unknown }): JSX.Element {
  return (
    <div
      data-side={props.word}
      class={`flex gap-2 px-2.5 py-1 text-xs ${props.sign === "−" ? "bg-bad-soft" : "bg-ok-soft"}`}
    >
      <span
        aria-hidden="true"
        class={`font-mono font-bold select-none ${props.sign === "−" ? "text-bad" : "text-ok"}`}
      >
        {props.sign}
      </span>
      <span class="sr-only">{props.word}: </span>
      <pre class="min-w-0 grow font-mono text-2xs leading-[1.125rem] break-words whitespace-pre-wrap">
        {shown(props.value)}
      </pre>
    </div>
  );
}

function shown(value: unknown): string {
  return typeof value === "string" ? value || '""' : JSON.stringify(value, null, 2);
}
