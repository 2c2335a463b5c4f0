import { For, Show, createMemo, type Accessor, type JSX } from "solid-js";
import type { FrameRow as Row } from "../../api/frames.ts";
import { Icon } from "../../elements/icon.tsx";
import { linkText } from "../../text/link-text.ts";
import { frameStatus, isLinkRow } from "../../text/status.ts";
import { columns, tones, type Column, type Line } from "./columns.tsx";

/** Tracks of head and lines; they are set once for the whole list. */
export const tracks = {
  "--columns": columns.map(({ width }) => width).join(" "),
  "--narrow-columns": columns.flatMap(({ narrow }) => narrow ?? []).join(" "),
};
const grid =
  "grid grid-cols-(--columns) items-center gap-x-2 px-3 max-sm:grid-cols-(--narrow-columns) max-sm:gap-x-1.5 max-sm:px-2";
const shownWhere = ({ narrow }: Column): string => (narrow === undefined ? "max-sm:hidden" : "");

const ofLinks = columns.filter((column) => column.ofLinks === true);
const ofMessages = columns.filter((column) => column.ofLinks !== true);

export function FrameHead(): JSX.Element {
  const unseen = { always: "sr-only", narrow: "max-sm:sr-only" };
  return (
    <div
      role="row"
      class={`${grid} h-7 border-b border-line bg-raised text-2xs font-semibold text-ink3 select-none`}
    >
      <For each={columns}>
        {(column) => (
          <span class={`${column.align ?? ""} ${shownWhere(column)}`} title={column.unseen && column.title}>
            <span class={column.unseen && unseen[column.unseen]}>{column.title}</span>
          </span>
        )}
      </For>
    </div>
  );
}

/** One line of the message list. The row behind an index changes as lines are recycled. */
export function FrameRow(props: {
  row: Row;
  answer: Row | undefined;
  now: Accessor<number>;
  selected: boolean;
  partner: boolean;
  onPick: () => void;
}): JSX.Element {
  const status = createMemo(() => frameStatus(props.row, props.answer, props.now()));
  const line: Line = {
    get row() {
      return props.row;
    },
    get status() {
      return status();
    },
    get errors() {
      return props.row.issues.filter((issue) => issue.severity === "error").length;
    },
  };
  return (
    <div
      role="row"
      id={`frame-${props.row.id}`}
      aria-selected={props.selected}
      data-kind={props.row.kind}
      data-direction={props.row.direction}
      data-partner={props.partner ? "" : undefined}
      class={`${grid} h-full cursor-default border-b border-line/60 text-xs hover:bg-hover aria-selected:bg-accent-soft data-partner:bg-accent-soft/50 ${
        isLinkRow(props.row) ? "bg-raised/70 text-ink2" : ""
      } ${line.errors > 0 || status().tone === "bad" ? "shadow-[inset_2px_0_0_var(--color-bad)]" : ""}`}
      onClick={() => props.onPick()}
    >
      <Cells columns={ofLinks} line={line} />
      <Show when={!isLinkRow(props.row)} fallback={<LinkCell line={line} />}>
        <Cells columns={ofMessages} line={line} />
      </Show>
    </div>
  );
}

function Cells(props: { columns: readonly Column[]; line: Line }): JSX.Element {
  return (
    <For each={props.columns}>
      {(column) => (
        <span
          role="gridcell"
          class={`${column.class?.(props.line) ?? ""} ${shownWhere(column)}`}
          title={column.hint?.(props.line)}
        >
          {column.cell(props.line)}
        </span>
      )}
    </For>
  );
}

/** What became of the link, over all columns that a message would have. */
function LinkCell(props: { line: Line }): JSX.Element {
  return (
    <span
      role="gridcell"
      class="flex min-w-0 items-center gap-2"
      style={{ "grid-column": `${ofLinks.length + 1} / -1` }}
    >
      <Icon
        name={props.line.row.kind === "opened" ? "link" : "unlink"}
        class={`size-3.5 ${props.line.row.kind === "refused" ? "text-bad" : "text-ink3"}`}
      />
      <span class={`shrink-0 font-medium ${tones[props.line.status.tone]}`}>
        Link {props.line.status.text.toLowerCase()}
      </span>
      <span class="truncate text-ink2" title={linkText(props.line.row)}>
        {linkText(props.line.row)}
      </span>
    </span>
  );
}
