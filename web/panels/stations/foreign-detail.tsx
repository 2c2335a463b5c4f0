import { A } from "@solidjs/router";
import { Match, Show, Switch, createResource, onCleanup, type JSX } from "solid-js";
import type { StationView } from "../../api/stations.ts";
import { useApp } from "../../app/context.tsx";
import { Badge } from "../../elements/badge.tsx";
import { Button } from "../../elements/button.tsx";
import { Icon } from "../../elements/icon.tsx";
import { processState } from "../../stores/store-processes.ts";
import { stationState } from "../../text/connector.ts";
import { timeOf } from "../../text/units.ts";
import { About } from "./station-detail.tsx";

const link =
  "inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-xs font-medium text-accent hover:bg-hover";

/** How often it is looked whether the other process still runs, ms. */
const lookInterval = 5000;

/** A station that another process on the same store has: to be looked at, and to be taken over when that process is gone. */
export function ForeignDetail(props: { view: StationView }): JSX.Element {
  const app = useApp();
  const process = (): string => props.view.process ?? "";
  const [store, { refetch }] = createResource(async () => {
    const answer = await app.api.store();
    return answer.ok ? answer.value : undefined;
  });
  const timer = setInterval(() => void refetch(), lookInterval);
  onCleanup(() => clearInterval(timer));
  const state = () => {
    const writers = store.latest?.writers;
    return writers === undefined ? undefined : processState(writers, process(), Date.now());
  };
  const takeOver = async (): Promise<void> => {
    const info = await app.toasts.tell(app.api.info());
    const own = info?.store.process;
    if (typeof own !== "string") return;
    const view = await app.toasts.tell(
      app.api.changeStation(props.view.id, { process: own }),
      `${props.view.id} belongs to this process now`,
    );
    if (view !== undefined) app.stations.put(view);
  };
  return (
    <section
      aria-label={`Station ${props.view.id}`}
      class="flex h-full min-h-0 flex-col"
      data-station={props.view.id}
    >
      <header class="border-b border-line bg-surface px-3 py-2.5 sm:px-4">
        <div class="flex flex-wrap items-center gap-x-2.5 gap-y-2">
          <A
            href="/stations"
            aria-label="Back to all stations"
            class="grid size-7 place-items-center rounded-md text-ink2 hover:bg-hover lg:hidden"
          >
            <Icon name="back" />
          </A>
          <h2 class="min-w-0 truncate text-base font-semibold tracking-tight">{props.view.id}</h2>
          <Badge>{props.view.dialect}</Badge>
          <Badge tone={stationState(props.view).tone}>{stationState(props.view).word}</Badge>
          <Badge tone="accent" title="Another process on the same store has this station">
            process {process()}
          </Badge>
          <div class="ml-auto flex flex-wrap items-center gap-1.5">
            <A href={`/inspector?station=${encodeURIComponent(props.view.id)}`} class={link}>
              <Icon name="inspector" class="size-3.5" />
              Messages
            </A>
            <A
              href={`/history?collection=stations&document=${encodeURIComponent(props.view.id)}`}
              class={link}
            >
              <Icon name="history" class="size-3.5" />
              History
            </A>
            <Show when={state()?.alive === false}>
              <Button look="primary" icon="in" onClick={() => void takeOver()}>
                Take over
              </Button>
            </Show>
          </div>
        </div>
        <p class="mt-1.5 text-xs text-ink2" role="status">
          <Switch fallback="Looking whether its process runs …">
            <Match when={state()?.alive === true}>
              It runs in process <b class="font-semibold">{process()}</b> on the same store, and is changed
              there. Its messages are in this inspector too.
            </Match>
            <Match when={state()?.alive === false}>
              Its process <b class="font-semibold">{process()}</b> is gone
              <Show when={state()?.seenAt}>{(at) => <> (last sign of life {timeOf(at())})</>}</Show>. Take it
              over to run it here.
            </Match>
          </Switch>
        </p>
      </header>
      <div class="min-h-0 grow overflow-y-auto p-3 sm:p-4">
        <About view={props.view} />
      </div>
    </section>
  );
}
