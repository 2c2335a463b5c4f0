import { For, Show, createMemo, createSignal, type JSX } from "solid-js";
import { Icon } from "../../elements/icon.tsx";
import { Nothing } from "./card.tsx";

export interface Column<Row> {
  head: string;
  /** What the head means. */
  hint?: string;
  /** A text stands on the left, a figure on the right. */
  text?: true;
  /** Of head and cells, e.g. where there is no room for them. */
  class?: string;
  /** Of the cells alone. */
  cellClass?: string;
  /** What rows are sorted by in this column; without it they are not. */
  sort?: (row: Row) => string | number;
  cellHint?: (row: Row) => string;
  cell: (row: Row) => JSX.Element;
}

/** Rows in an order that a person chooses. Texts begin with A, figures with the largest. */
export function Table<Row>(props: {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** Head of the column that rows are sorted by at first; without one they stay as they come. */
  sorted?: string;
  name: (row: Row) => string;
  /** What is said when there is no row. */
  nothing: string;
}): JSX.Element {
  const [head, setHead] = createSignal(props.sorted);
  const [turned, setTurned] = createSignal(false);
  const columns = createMemo(() => props.columns);
  const by = createMemo(() => columns().find((column) => column.head === head()));
  const descending = (): boolean => (by()?.text === true) === turned();
  const sorted = createMemo(() => {
    const value = by()?.sort;
    if (value === undefined) return props.rows;
    const sign = descending() ? -1 : 1;
    return [...props.rows].sort((a, b) => {
      const [left, right] = [value(a), value(b)];
      return left === right ? 0 : left < right ? -sign : sign;
    });
  });
  const pick = (next: string): void => {
    setTurned(next === head() && !turned());
    setHead(next);
  };
  return (
    <Show when={props.rows.length > 0} fallback={<Nothing>{props.nothing}</Nothing>}>
      <table class="w-full border-collapse text-xs">
        <thead class="border-b border-line text-2xs whitespace-nowrap text-ink3">
          <tr>
            <For each={columns()}>
              {(column) => (
                <Head
                  column={column}
                  order={by() === column ? (descending() ? "descending" : "ascending") : undefined}
                  onPick={() => pick(column.head)}
                />
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={sorted()}>
            {(row) => (
              <tr class={rowClass} data-row={props.name(row)}>
                <For each={columns()}>
                  {(column) => (
                    <td
                      class={`px-2 py-1 first:pl-3 last:pr-3 ${column.text ? "text-left" : "text-right tabular-nums"} ${column.class ?? ""} ${column.cellClass ?? ""}`}
                      title={column.cellHint?.(row)}
                    >
                      {column.cell(row)}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Show>
  );
}

/** The head of a column; sorts when there is something to sort by. */
function Head<Row>(props: {
  column: Column<Row>;
  order: "ascending" | "descending" | undefined;
  onPick: () => void;
}): JSX.Element {
  const arrow = (): JSX.Element => (
    <Show when={props.order}>
      {(order) => <Icon name={order() === "descending" ? "down" : "up"} class="size-3" />}
    </Show>
  );
  return (
    <th
      scope="col"
      aria-sort={props.order}
      class={`px-2 py-1.5 font-medium first:pl-3 last:pr-3 ${props.column.text ? "text-left" : "text-right"} ${props.column.class ?? ""}`}
      title={props.column.hint}
    >
      <Show when={props.column.sort} fallback={props.column.head}>
        <button
          type="button"
          class={`inline-flex items-center gap-0.5 rounded hover:text-ink ${props.order === undefined ? "" : "text-ink"}`}
          onClick={() => props.onPick()}
        >
          {props.column.text ? null : arrow()}
          {props.column.head}
          {props.column.text ? arrow() : null}
        </button>
      </Show>
    </th>
  );
}

/** A figure with a bar under it; the bar repeats the figure. `share`: 0 to 1. */
export function BarFigure(props: { share: number; children: JSX.Element }): JSX.Element {
  return (
    <span class="inline-block min-w-14">
      {props.children}
      <span class="mt-px block h-0.75 overflow-hidden rounded-full bg-raised" aria-hidden="true">
        <span
          class="ml-auto block h-full rounded-full bg-accent"
          style={{ width: `${Math.min(1, Math.max(0, props.share)) * 100}%` }}
        />
      </span>
    </span>
  );
}

export const rowClass = "border-b border-line/60 last:border-b-0 hover:bg-hover";
export const linkClass = "rounded font-medium text-ink hover:text-accent hover:underline";
