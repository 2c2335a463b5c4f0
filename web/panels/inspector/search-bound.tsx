import { Show, type JSX } from "solid-js";
import { useApp } from "../../context/context.tsx";
import { Button } from "../../elements/button.tsx";
import { timeOf } from "../../text/units.ts";

/** Says where a bounded search stopped, and lets it go on. Nothing where it did not stop. */
export function SearchBound(): JSX.Element {
  const app = useApp();
  const further = async (event: MouseEvent & { currentTarget: HTMLElement }): Promise<void> => {
    if (app.frames.loadingOlder()) return;
    const list = event.currentTarget.closest<HTMLElement>("[data-frame-list]");
    await app.frames.searchFurther();
    // The button is gone when the search has come to its end; the focus must not be lost with it.
    if (app.frames.reached() === null) list?.focus();
  };
  return (
    <Show when={app.frames.reached() !== null}>
      <div
        data-search-bound
        class="sticky left-0 flex w-full flex-wrap items-center justify-center gap-x-3 gap-y-1 border-t border-dashed border-strong px-3 py-2.5 text-xs text-ink2"
      >
        <span role="status">
          Searched back to{" "}
          <b class="font-semibold text-ink tabular-nums">{timeOf(app.frames.reached() ?? 0)}</b>; what is
          older was not looked at yet.
        </span>
        <Button
          icon="search"
          aria-disabled={app.frames.loadingOlder()}
          class="aria-disabled:opacity-45"
          onClick={(event) => void further(event)}
          onKeyDown={(event) => event.stopPropagation()}
        >
          {app.frames.loadingOlder() ? "Searching …" : "Search further"}
        </Button>
      </div>
    </Show>
  );
}
