import { Show, createMemo, createSignal, type Accessor, type JSX } from "solid-js";
import { Icon } from "../../elements/icon.tsx";

export interface Sorting<Row> {
  rows: Accessor<Row[]>;
  column: Accessor<string>;
  descending: Accessor<boolean>;
  /** Sorts by a column; the one that is sorted by already, the other way round. */
  pick(column: string): void;
}

/** Rows in an order that a person chooses. Texts begin with A, figures with the largest. */
export function createSorting<Row>(
  rows: Accessor<readonly Row[]>,
  columns: Readonly<Record<string, (row: Row) => string | number>>,
  first: string,
): Sorting<Row> {
  const [column, setColumn] = createSignal(first);
  const [turned, setTurned] = createSignal(false);
  const isText = (): boolean =>
    rows().length > 0 && typeof columns[column()]?.(rows()[0] as Row) === "string";
  const descending = (): boolean => isText() === turned();
  const sorted = createMemo(() => {
    const value = columns[column()];
    if (value === undefined) return [...rows()];
    const sign = descending() ? -1 : 1;
    return [...rows()].sort((a, b) => {
      const [left, right] = [value(a), value(b)];
      return left === right ? 0 : left < right ? -sign : sign;
    });
  });
  return {
    rows: sorted,
    column,
    descending,
    pick(next) {
      if (next === column()) setTurned((value) => !value);
      else {
        setColumn(next);
        setTurned(false);
      }
    },
  };
}

/** The head of a column; sorts when there is something to sort by. */
export function Head<Row>(props: {
  sorting?: Sorting<Row>;
  column?: string;
  title?: string;
  text?: boolean;
  class?: string;
  children: JSX.Element;
}): JSX.Element {
  const active = (): boolean => props.column !== undefined && props.sorting?.column() === props.column;
  const down = (): boolean => props.sorting?.descending() === true;
  return (
    <th
      scope="col"
      aria-sort={active() ? (down() ? "descending" : "ascending") : undefined}
      class={`px-2 py-1.5 font-medium first:pl-3 last:pr-3 ${props.text ? "text-left" : "text-right"} ${props.class ?? ""}`}
      title={props.title}
    >
      <Show when={props.sorting} fallback={props.children}>
        {(sorting) => (
          <button
            type="button"
            class={`inline-flex items-center gap-0.5 rounded hover:text-ink ${active() ? "text-ink" : ""}`}
            onClick={() => sorting().pick(props.column ?? "")}
          >
            <Show when={active() && !props.text}>
              <Icon name={down() ? "down" : "up"} class="size-3" />
            </Show>
            {props.children}
            <Show when={active() && props.text}>
              <Icon name={down() ? "down" : "up"} class="size-3" />
            </Show>
          </button>
        )}
      </Show>
    </th>
  );
}

export function Cell(props: {
  text?: boolean;
  class?: string;
  title?: string;
  children: JSX.Element;
}): JSX.Element {
  return (
    <td
      class={`px-2 py-1 first:pl-3 last:pr-3 ${props.text ? "text-left" : "text-right tabular-nums"} ${props.class ?? ""}`}
      title={props.title}
    >
      {props.children}
    </td>
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

export const tableClass = "w-full border-collapse text-xs";
export const headClass = "border-b border-line text-2xs whitespace-nowrap text-ink3";
export const rowClass = "border-b border-line/60 last:border-b-0 hover:bg-hover";
export const linkClass = "rounded font-medium text-ink hover:text-accent hover:underline";
