import { Show, type JSX } from "solid-js";
import { Dot, type Tone } from "../elements/badge.tsx";
import { Button } from "../elements/button.tsx";
import { Icon } from "../elements/icon.tsx";
import { useApp } from "./context.tsx";

const words = { online: "Live", connecting: "Connecting", offline: "Server gone" };
const tones: Record<keyof typeof words, Tone> = { online: "ok", connecting: "warn", offline: "bad" };

/** Whether this page hears the server. */
export function ServerLight(): JSX.Element {
  const app = useApp();
  return (
    <span
      role="status"
      class="inline-flex items-center gap-1.5 px-1.5 text-2xs font-medium text-ink2 sm:px-2"
      title="Connection of this page to Stationmaster's server"
    >
      <Dot tone={tones[app.live.status()]} pulse={app.live.status() !== "online"} />
      <span class="sr-only sm:not-sr-only">{words[app.live.status()]}</span>
    </span>
  );
}

/** Says that what is on screen is old, and that it heals by itself. */
export function ServerBanner(): JSX.Element {
  const app = useApp();
  return (
    <Show when={app.live.status() === "offline"}>
      <div
        role="alert"
        class="enter flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-bad/30 bg-bad-soft px-3 py-1.5 text-xs"
      >
        <Icon name="warning" class="size-3.5 text-bad" />
        <span class="font-semibold text-bad">Stationmaster's server does not answer.</span>
        <span class="text-ink2">
          What you see is the last known state. This page reconnects by itself and fetches what it missed.
        </span>
        <Button class="ml-auto" onClick={() => app.live.retry()}>
          Try now
        </Button>
      </div>
    </Show>
  );
}
