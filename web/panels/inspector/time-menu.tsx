import { Popover } from "@kobalte/core/popover";
import { For, type JSX } from "solid-js";
import { inputClass } from "../../elements/field.tsx";
import { Icon } from "../../elements/icon.tsx";
import type { Query } from "../../query/query.ts";
import { localInputValue } from "../../text/units.ts";

const spans: readonly { label: string; minutes: number }[] = [
  { label: "Last 5 minutes", minutes: 5 },
  { label: "Last hour", minutes: 60 },
  { label: "Last 24 hours", minutes: 1440 },
];

/** The time range: a few usual ones, or two moments. */
export function TimeMenu(props: { query: Query; onChange: (change: Partial<Query>) => void }): JSX.Element {
  const active = (): boolean => props.query.from !== null || props.query.to !== null;
  return (
    <Popover placement="bottom-start" gutter={4}>
      <Popover.Trigger
        data-active={active() ? "" : undefined}
        class="inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md border border-line bg-surface px-2.5 text-xs font-medium shadow-xs hover:bg-hover data-active:border-accent data-active:text-accent"
      >
        Time
        <Icon name="down" class="size-3 text-ink3" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label="Time range"
          class="enter z-50 w-60 rounded-lg border border-line bg-surface p-1.5 text-xs shadow-xl outline-none"
        >
          <For each={spans}>
            {(span) => (
              <button
                type="button"
                class="block w-full rounded-md px-2 py-1 text-left hover:bg-hover"
                onClick={() => props.onChange({ from: Date.now() - span.minutes * 60_000, to: null })}
              >
                {span.label}
              </button>
            )}
          </For>
          <button
            type="button"
            class="block w-full rounded-md px-2 py-1 text-left hover:bg-hover"
            onClick={() => props.onChange({ from: null, to: null })}
          >
            Any time
          </button>
          <div class="mt-1 grid gap-1.5 border-t border-line px-2 pt-2 pb-1">
            <Moment label="From" value={props.query.from} onPick={(from) => props.onChange({ from })} />
            <Moment label="Until" value={props.query.to} onPick={(to) => props.onChange({ to })} />
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  );
}

function Moment(props: {
  label: string;
  value: number | null;
  onPick: (at: number | null) => void;
}): JSX.Element {
  return (
    <label class="grid grid-cols-[2.5rem_1fr] items-center gap-2 text-ink2">
      {props.label}
      <input
        type="datetime-local"
        step="1"
        class={inputClass}
        value={props.value === null ? "" : localInputValue(props.value)}
        onChange={(event) => {
          const at = Date.parse(event.currentTarget.value);
          props.onPick(Number.isFinite(at) ? at : null);
        }}
      />
    </label>
  );
}
