import { Match, Show, Switch, createResource, onCleanup, type JSX } from "solid-js";
import type { StationView } from "../../api/stations.ts";
import { useApp } from "../../context/context.tsx";
import { Badge } from "../../elements/badge.tsx";
import { Button } from "../../elements/button.tsx";
import { Detail } from "../../elements/detail.tsx";
import { processState } from "../../stores/store-processes.ts";
import { stationState } from "../../text/connector.ts";
import { timeOf } from "../../text/units.ts";
import { About } from "./about.tsx";
import { StationLinks } from "./station-links.tsx";

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
    <Detail
      label={`Station ${props.view.id}`}
      title={props.view.id}
      back={{ href: "/stations", label: "Back to all stations" }}
      badges={
        <>
          <Badge>{props.view.dialect}</Badge>
          <Badge tone={stationState(props.view).tone}>{stationState(props.view).word}</Badge>
          <Badge tone="accent" title="Another process on the same store has this station">
            process {process()}
          </Badge>
        </>
      }
      actions={
        <>
          <StationLinks station={props.view.id} />
          <Show when={state()?.alive === false}>
            <Button look="primary" icon="in" onClick={() => void takeOver()}>
              Take over
            </Button>
          </Show>
        </>
      }
      facts={
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
      }
    >
      <About view={props.view} />
    </Detail>
  );
}
