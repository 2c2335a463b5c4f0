import { Show, type JSX } from "solid-js";
import { useApp } from "../../context/context.tsx";
import { keyOf, shortcuts } from "../../keys/shortcuts.ts";
import { count, counted, timeOf } from "../../text/units.ts";

const { keys: messages } = shortcuts.messages;
const { keys: inspector } = shortcuts.inspector;

/** What the list holds, and whether there is more. */
export function StatusLine(): JSX.Element {
  const app = useApp();
  return (
    <footer class="flex h-6 shrink-0 items-center gap-3 overflow-hidden border-t border-line bg-raised/60 px-3 text-2xs whitespace-nowrap text-ink3">
      <span data-count={app.frames.count()}>{counted(app.frames.count(), "message")} loaded</span>
      <Show when={app.frames.state() === "loading" || app.frames.loadingOlder()}>
        <span role="status">loading …</span>
      </Show>
      <Show when={app.frames.state() === "ready" && !app.frames.atEnd() && !app.frames.loadingOlder()}>
        <Show when={app.frames.reached()} fallback={<span>older ones load as you scroll</span>}>
          {(bound) => (
            <span class="font-medium text-warn" data-reached={bound()}>
              searched back to {timeOf(bound())}
            </span>
          )}
        </Show>
      </Show>
      <Show when={app.frames.dropped() > 0}>
        <span>{count(app.frames.dropped())} older ones left the list; search and export still find them</span>
      </Show>
      <Show when={app.frames.paused()}>
        <span class="font-medium text-warn">paused, recording goes on</span>
      </Show>
      <span class="ml-auto hidden sm:inline">
        ↑↓ move · {keyOf(messages.open)} open · {keyOf(inspector.search)} search · {keyOf(inspector.pause)}{" "}
        pause · {keyOf(shortcuts.everywhere.keys.help)} help
      </span>
    </footer>
  );
}
