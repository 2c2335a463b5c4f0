import { For, createEffect, createMemo, createSignal, on, onCleanup, onMount, type JSX } from "solid-js";

export interface VirtualRowsHandle {
  /** Scrolls the least that makes the row visible. */
  reveal(index: number): void;
  toTop(): void;
}

/**
 * A list of rows of one height, newest on top: index 0 is the lowest row. Only what is visible exists in the page, and
 * rows are recycled, so that cost does not depend on their number. Rows hang from the lower end: what comes in on top
 * moves none of them, and a reader who has scrolled away keeps their place. (A general virtualizer measures all rows
 * anew whenever their number changes, which a live feed of 100,000 rows does at every paint.)
 */
export function VirtualRows(props: {
  count: number;
  rowHeight: number;
  /** Rises by the number of rows added on top; keeps the place of a reader who has scrolled. */
  arrived: number;
  /** Keeps the place at the top as well, while somebody reads a row. */
  hold?: boolean;
  row: (index: () => number) => JSX.Element;
  header?: JSX.Element;
  /** Below the lowest row, in the page at all times. */
  footer?: JSX.Element;
  ref?: (handle: VirtualRowsHandle) => void;
  onNearEnd?: () => void;
  onAway?: (away: boolean) => void;
  class?: string;
  label: string;
  innerClass?: string;
}): JSX.Element {
  let box: HTMLDivElement | undefined;
  let head: HTMLDivElement | undefined;
  const [top, setTop] = createSignal(0);
  const [height, setHeight] = createSignal(600);

  /** Spare rows above and below, so that a scroll shows no gap before the next paint. */
  const spare = 4;
  const poolSize = createMemo(() => Math.ceil(height() / props.rowHeight) + 2 * spare);
  /** Highest index that is rendered. */
  const first = createMemo(() => props.count - 1 - Math.max(0, Math.floor(top() / props.rowHeight) - spare));
  const slots = createMemo(() => Array.from({ length: poolSize() }, (_, slot) => slot));

  const scrolled = (): void => {
    if (box === undefined) return;
    setTop(box.scrollTop);
    props.onAway?.(box.scrollTop > props.rowHeight);
    if (box.scrollHeight - box.scrollTop - box.clientHeight < 30 * props.rowHeight) props.onNearEnd?.();
  };

  const arrived = (): number => props.arrived;
  createEffect(
    on(arrived, (now, before) => {
      if (box === undefined || before === undefined) return;
      if (box.scrollTop <= props.rowHeight && props.hold !== true) return;
      box.scrollTop += (now - before) * props.rowHeight;
      setTop(box.scrollTop);
    }),
  );
  // A list that became shorter moves the scroll position without an event before the next paint.
  createEffect(on(() => props.count, scrolled, { defer: true }));

  onMount(() => {
    props.ref?.({
      reveal(index) {
        if (box === undefined) return;
        const covered = head?.offsetHeight ?? 0;
        const y = (props.count - 1 - index) * props.rowHeight;
        if (y < box.scrollTop) box.scrollTop = y;
        else if (y + props.rowHeight > box.scrollTop + box.clientHeight - covered)
          box.scrollTop = y + props.rowHeight - box.clientHeight + covered;
      },
      toTop() {
        if (box !== undefined) box.scrollTop = 0;
      },
    });
    if (box === undefined || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver((entries) => {
      for (const entry of entries) setHeight(entry.contentRect.height);
    });
    observer.observe(box);
    onCleanup(() => observer.disconnect());
  });

  return (
    <div
      ref={(element) => (box = element)}
      class={`relative overflow-auto [overflow-anchor:none] [contain:strict] ${props.class ?? ""}`}
      onScroll={scrolled}
    >
      <div class={props.innerClass}>
        <div ref={(element) => (head = element)} class="sticky top-0 z-10">
          {props.header}
        </div>
        <div
          role="grid"
          aria-label={props.label}
          aria-rowcount={props.count}
          class="relative"
          style={{ height: `${props.count * props.rowHeight}px` }}
        >
          <For each={slots()}>
            {(slot) => {
              const index = createMemo(() => {
                const size = poolSize();
                const base = first();
                return base - ((((base - slot) % size) + size) % size);
              });
              return (
                <div
                  role="presentation"
                  class="absolute inset-x-0 [contain:strict]"
                  style={{
                    height: `${props.rowHeight}px`,
                    bottom: `${index() * props.rowHeight}px`,
                    display: index() < 0 || index() >= props.count ? "none" : undefined,
                  }}
                >
                  {props.row(index)}
                </div>
              );
            }}
          </For>
        </div>
        {props.footer}
      </div>
    </div>
  );
}
