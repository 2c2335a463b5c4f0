import { useLocation, useNavigate } from "@solidjs/router";
import { Show, createEffect, createMemo, createSignal, on, onCleanup, onMount, type JSX } from "solid-js";
import type { FrameRow } from "../api/frames.ts";
import { useApp } from "../context/context.tsx";
import { shortcuts } from "../keys/shortcuts.ts";
import { Button } from "../elements/button.tsx";
import { isPressable, isTyping, onKeys } from "../keys/on-keys.ts";
import { Empty, Failure, Loading } from "../elements/notes.tsx";
import { Splitter } from "../elements/splitter.tsx";
import { FilterChips } from "../panels/inspector/filter-chips.tsx";
import { FrameDetail } from "../panels/inspector/frame-detail.tsx";
import { SearchBound } from "../panels/inspector/search-bound.tsx";
import { FrameList } from "../panels/inspector/frame-list.tsx";
import { StatusLine } from "../panels/inspector/status-line.tsx";
import { Toolbar } from "../panels/inspector/toolbar.tsx";
import { everything, isEverything, queryFrom, type Query } from "../query/query.ts";
import { inspectorPath } from "../query/paths.ts";

/** Keys of the list that work from anywhere on the screen. */
const letters = Object.values(shortcuts.messages.keys)
  .flatMap(({ keys }): readonly string[] => keys)
  .filter((key) => key.length === 1);

/** Everything that crossed the wire. The page's address holds the query, so a view can be shared. */
export default function InspectorScreen(): JSX.Element {
  const app = useApp();
  const location = useLocation();
  const navigate = useNavigate();
  const [selected, setSelected] = createSignal<string | null>(null);
  const [open, setOpen] = createSignal(false);
  const [kept, setKept] = createSignal<FrameRow>();
  let screen: HTMLDivElement | undefined;

  const search = (): string => location.search;
  createEffect(on(search, (next) => app.frames.ask(queryFrom(next))));
  // A link to one message, e.g. the proof of a finding: its details are shown, whether the list reaches it or not.
  const linked = (): string | null => new URLSearchParams(search()).get("frame");
  createEffect(
    on(linked, async (id) => {
      if (id === null) return;
      setSelected(id);
      setOpen(true);
      if (app.frames.get(id) !== undefined) return;
      const found = await app.toasts.tell(app.api.frame(id));
      if (found !== undefined && selected() === id) setKept(found);
    }),
  );
  const change = (part: Partial<Query>): void => {
    // The store is asked first, so that a typed blank at the end of a word is not lost on the way through the address.
    app.frames.ask({ ...app.frames.query(), ...part });
    navigate(inspectorPath(app.frames.query()), { replace: true, scroll: false });
  };

  const row = createMemo(() => {
    const id = selected();
    return id === null ? undefined : app.frames.get(id);
  });
  // The details stay when the message leaves the list: a filter, or the list is full.
  createEffect(() => {
    const found = row();
    if (found !== undefined) setKept(found);
  });
  const shown = (): FrameRow | undefined => {
    const found = row() ?? kept();
    return open() && found?.id === selected() ? found : undefined;
  };
  const partner = (): string | null => {
    const found = shown();
    return found === undefined ? null : (found.pair ?? found.answer?.id ?? null);
  };
  const close = (): void => {
    setOpen(false);
    screen?.querySelector<HTMLElement>("[data-frame-list]")?.focus();
  };

  const shortcut = onKeys("inspector", {
    search: () => screen?.querySelector<HTMLInputElement>("[data-search]")?.focus(),
    pause: (event) => {
      if (isPressable(event)) return false;
      return app.frames.paused() ? app.frames.resume() : app.frames.pause();
    },
    close: () => open() && close(),
  });
  const keys = (event: KeyboardEvent): void => {
    const leaves = event.key === "Escape" && !event.defaultPrevented;
    if (isTyping(event) && !(leaves && screen?.contains(document.activeElement))) return;
    const list = screen?.querySelector<HTMLElement>("[data-frame-list]");
    if (letters.includes(event.key) && list?.contains(document.activeElement) === false) {
      list.focus();
      list.dispatchEvent(new KeyboardEvent("keydown", { key: event.key, bubbles: true, cancelable: true }));
      event.preventDefault();
    } else shortcut(event);
  };
  onMount(() => document.addEventListener("keydown", keys));
  onCleanup(() => document.removeEventListener("keydown", keys));

  const share = (): number => app.settings.value.detailShare;

  return (
    <div ref={(element) => (screen = element)} class="flex h-full min-h-0 flex-col">
      <Toolbar query={app.frames.query()} onChange={change} />
      <FilterChips query={app.frames.query()} onChange={change} />
      <Failure
        title="The messages could not be loaded"
        problem={app.frames.problem()}
        retry={() => app.frames.reload()}
        class="border-b border-line p-2"
      />
      <div class="flex min-h-0 grow flex-col">
        <div class="flex min-h-0 grow flex-col bg-surface">
          <Show
            when={app.frames.count() > 0}
            fallback={<NoRows query={app.frames.query()} onReset={() => change(everything)} />}
          >
            <FrameList
              selected={selected()}
              partner={partner()}
              reading={shown() !== undefined}
              onPick={(id) => setSelected(id)}
              onOpen={() => setOpen(true)}
            />
          </Show>
        </div>
        <Show when={shown()}>
          {(found) => (
            <>
              <Splitter
                label="Height of the details"
                share={share()}
                onMove={(next) => app.settings.set("detailShare", next)}
              />
              <div
                class="min-h-0 shrink-0 shadow-[0_-4px_14px_-8px_rgb(0_0_0/0.35)]"
                style={{ height: `${share() * 100}%` }}
              >
                <FrameDetail row={found()} onClose={close} />
              </div>
            </>
          )}
        </Show>
      </div>
      <StatusLine />
    </div>
  );
}

function NoRows(props: { query: Query; onReset: () => void }): JSX.Element {
  const app = useApp();
  return (
    <Show when={app.frames.state() !== "loading"} fallback={<Loading />}>
      <Show
        when={!isEverything(props.query)}
        fallback={
          <Empty icon="inspector" title="No message has crossed the wire yet">
            Power on a station, or add one, and its boot appears here at once. Press <b>?</b> for the
            shortcuts.
          </Empty>
        }
      >
        <Empty
          icon="filter"
          title={
            app.frames.reached() === null
              ? "Nothing matches these filters"
              : "Nothing matches these filters so far"
          }
        >
          <SearchBound />
          <p class="mb-3">New messages that match appear here as they come.</p>
          <Button onClick={() => props.onReset()}>Remove all filters</Button>
        </Empty>
      </Show>
    </Show>
  );
}
