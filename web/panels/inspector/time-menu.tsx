import { For, type JSX } from "solid-js";
import { MomentField } from "../../elements/field.tsx";
import { Popover } from "../../elements/popover.tsx";
import type { Query } from "../../query/query.ts";

const spans = [
  { label: "Last 5 minutes", minutes: 5 },
  { label: "Last hour", minutes: 60 },
  { label: "Last 24 hours", minutes: 1440 },
  { label: "Any time", minutes: null },
];

const minutesAgo = (minutes: number | null): number | null =>
  minutes === null ? null : Date.now() - minutes * 60_000;

/** The time range: a few usual ones, or two moments. */
export function TimeMenu(props: { query: Query; onChange: (change: Partial<Query>) => void }): JSX.Element {
  const active = (): boolean => props.query.from !== null || props.query.to !== null;
  return (
    <Popover label="Time range" button="Time" active={active()} class="w-60 p-1.5">
      <For each={spans}>
        {(span) => (
          <button
            type="button"
            class="block w-full rounded-md px-2 py-1 text-left hover:bg-hover"
            onClick={() => props.onChange({ from: minutesAgo(span.minutes), to: null })}
          >
            {span.label}
          </button>
        )}
      </For>
      <div class="mt-1 grid gap-1.5 border-t border-line px-2 pt-2 pb-1">
        <MomentField label="From" at={props.query.from} onPick={(from) => props.onChange({ from })} />
        <MomentField label="Until" at={props.query.to} onPick={(to) => props.onChange({ to })} />
      </div>
    </Popover>
  );
}
