import { Show, type JSX } from "solid-js";
import { Dot } from "../elements/badge.tsx";
import type { Tone } from "../text/tone.ts";
import { Button } from "../elements/button.tsx";
import { Icon } from "../elements/icon.tsx";
import { Popover } from "../elements/popover.tsx";
import { StorePanel } from "../panels/store/store-panel.tsx";
import { useApp } from "../context/context.tsx";

const words = { online: "Live", connecting: "Connecting", offline: "Server gone" };
const tones: Record<keyof typeof words, Tone> = { online: "ok", connecting: "warn", offline: "bad" };

/** Whether this page hears the server, and whether the server's store takes what is recorded. Opens the details. */
export function ServerLight(): JSX.Element {
  const app = useApp();
  const trouble = () => {
    const standing = app.store.standing();
    return app.live.status() === "online" && standing.text !== null ? standing : null;
  };
  const word = (): string => trouble()?.word ?? words[app.live.status()];
  return (
    <Popover
      label="State of the store"
      look="ghost"
      buttonLabel={`${word()}: show the state of the server and its store`}
      title="Connection of this page to Stationmaster's server, and the server's store"
      button={
        <>
          <Dot
            tone={trouble()?.tone ?? tones[app.live.status()]}
            pulse={app.live.status() !== "online" || trouble()?.tone === "bad"}
          />
          <span role="status" class={trouble() === null ? "sr-only sm:not-sr-only" : ""}>
            {word()}
          </span>
        </>
      }
      onOpenChange={(open) => open && void app.store.look()}
      class="w-[min(26rem,calc(100vw-1rem))]"
    >
      <StorePanel />
    </Popover>
  );
}

/** Says that what is on screen is old, and that it heals by itself; or that what is recorded does not reach the store. */
export function ServerBanner(): JSX.Element {
  const app = useApp();
  return (
    <>
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
      <Show when={app.live.status() !== "offline" && app.store.standing().text !== null}>
        <div
          role="group"
          aria-label="Trouble with the store"
          data-store-trouble={app.store.standing().tone}
          class="enter flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-b px-3 py-1.5 text-xs data-[store-trouble=bad]:border-bad/30 data-[store-trouble=bad]:bg-bad-soft data-[store-trouble=warn]:border-warn/30 data-[store-trouble=warn]:bg-warn-soft"
        >
          <span class={`font-semibold ${app.store.standing().tone === "bad" ? "text-bad" : "text-warn"}`}>
            {app.store.standing().text}
          </span>
          <span class="text-ink2">{app.store.standing().advice}</span>
        </div>
      </Show>
    </>
  );
}
