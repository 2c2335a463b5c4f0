import { Show, createEffect, createMemo, createSignal, on, onCleanup, type JSX } from "solid-js";
import { useApp } from "../../context/context.tsx";
import { Button } from "../../elements/button.tsx";
import { onKeys } from "../../keys/on-keys.ts";
import { VirtualRows, type VirtualRowsHandle } from "../../elements/virtual-rows.tsx";
import { count } from "../../text/units.ts";
import { FrameHead, FrameRow, tracks } from "./frame-row.tsx";
import { SearchBound } from "./search-bound.tsx";

const rowHeight = 26;

/** The messages, newest on top, with the feed flowing in above and older pages loaded below. */
export function FrameList(props: {
  selected: string | null;
  partner: string | null;
  /** Somebody reads a message: rows that come in on top must not move the list. */
  reading: boolean;
  onPick: (id: string) => void;
  onOpen: () => void;
}): JSX.Element {
  const app = useApp();
  const [rows, setRows] = createSignal<VirtualRowsHandle>();
  const [away, setAway] = createSignal(false);
  const [seen, setSeen] = createSignal(0);
  const [now, setNow] = createSignal(Date.now());
  const ticking = setInterval(() => setNow(Date.now()), 2000);
  onCleanup(() => clearInterval(ticking));

  createEffect(on(away, (isAway) => isAway && setSeen(app.frames.arrived())));
  const unseen = (): number => (away() ? app.frames.arrived() - seen() : 0);
  const selected = (): string | null => props.selected;
  const place = (): number => app.frames.indexOf(selected() ?? "");
  const position = createMemo(place);
  createEffect(on(selected, () => place() >= 0 && rows()?.reveal(place())));

  const move = (by: number): void => {
    const index = place();
    const last = app.frames.count() - 1;
    const to = index < 0 ? last : Math.min(last, Math.max(0, index - by));
    const row = app.frames.at(to);
    if (row !== undefined) props.onPick(row.id);
  };
  const keys = onKeys("messages", {
    next: () => move(1),
    previous: () => move(-1),
    pageDown: () => move(20),
    pageUp: () => move(-20),
    newest: () => {
      const newest = app.frames.at(app.frames.count() - 1);
      if (newest !== undefined) props.onPick(newest.id);
      rows()?.toTop();
    },
    open: () => props.selected !== null && props.onOpen(),
  });

  return (
    <div
      class="relative flex min-h-0 grow flex-col outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--color-accent)]"
      style={tracks}
      data-frame-list
      tabindex={0}
      role="group"
      aria-label="Messages, use arrow keys"
      aria-activedescendant={position() >= 0 ? `frame-${props.selected}` : undefined}
      onKeyDown={keys}
    >
      <Show when={unseen() > 0}>
        <div class="absolute inset-x-0 top-9 z-20 flex justify-center">
          <Button
            look="primary"
            icon="up"
            class="enter rounded-full shadow-lg"
            onClick={() => rows()?.toTop()}
          >
            {count(unseen())} newer
          </Button>
        </div>
      </Show>
      <VirtualRows
        class="min-h-0 grow"
        label="Messages"
        count={app.frames.count()}
        arrived={app.frames.arrived()}
        rowHeight={rowHeight}
        hold={props.reading}
        innerClass="sm:min-w-240"
        ref={setRows}
        onAway={setAway}
        onNearEnd={() => void app.frames.loadOlder()}
        header={<FrameHead />}
        footer={<SearchBound />}
        row={(index) => (
          <Show when={app.frames.at(index())}>
            {(row) => (
              <FrameRow
                row={row()}
                answer={answerOf(row().answer?.id)}
                now={now}
                selected={row().id === props.selected}
                partner={row().id === props.partner}
                onPick={() => {
                  props.onPick(row().id);
                  props.onOpen();
                }}
              />
            )}
          </Show>
        )}
      />
    </div>
  );

  function answerOf(id: string | undefined): ReturnType<typeof app.frames.get> {
    return id === undefined ? undefined : app.frames.get(id);
  }
}
