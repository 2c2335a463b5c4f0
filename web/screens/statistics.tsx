import { useLocation, useNavigate } from "@solidjs/router";
import { Show, createEffect, on, type JSX } from "solid-js";
import { useApp } from "../context/context.tsx";
import { Button } from "../elements/button.tsx";
import { Empty } from "../elements/notes.tsx";
import { ActionTable, SlowestTable } from "../panels/statistics/action-table.tsx";
import { EnergyList } from "../panels/statistics/energy-list.tsx";
import { IssueTable } from "../panels/statistics/issue-table.tsx";
import { RangeBar } from "../panels/statistics/range-bar.tsx";
import { SeriesPlot } from "../panels/statistics/series-plot.tsx";
import { SilentList } from "../panels/statistics/silent-list.tsx";
import { TrafficPlot } from "../panels/statistics/traffic-plot.tsx";
import { withSearch } from "../text/path.ts";
import { followChanges } from "../stores/live-changes.ts";
import { createStatistics } from "../stores/statistics.ts";
import { spans, viewFrom, viewString, widened, type View } from "../stores/statistics-view.ts";

/** What was recorded, in figures. The page's address holds range and stations, so a view can be shared. */
export default function StatisticsScreen(): JSX.Element {
  const app = useApp();
  const location = useLocation();
  const navigate = useNavigate();
  const store = createStatistics({ api: app.api, view: viewFrom(location.search) });
  const look = (): Promise<void> => store.lookAtTransactions();
  // The store itself loads again now and then.
  followChanges({ live: app.live, collection: "transactions", look, fallback: null });
  const search = (): string => location.search;
  createEffect(on(search, (next) => store.ask(viewFrom(next)), { defer: true }));
  // A range that was narrowed can be left with the browser's Back.
  const change = (part: Partial<View>): void => {
    const next = viewString({ ...store.view(), ...part });
    navigate(withSearch("/statistics", next), { scroll: false });
  };
  const range = (from: number, to: number): void =>
    change({ span: null, from: Math.floor(from), to: Math.ceil(to) });
  const wider = (): void => {
    const { from, to } = widened(store.range(), Date.now());
    range(from, to);
  };
  const draw = (transaction: string): void => change({ transaction });
  const nothing = (): boolean => {
    const traffic = store.traffic.data();
    return traffic !== null && traffic.items.every((slice) => slice.in + slice.out === 0);
  };

  return (
    <div class="flex h-full min-h-0 flex-col">
      <RangeBar store={store} onChange={change} />
      <div class="min-h-0 grow overflow-y-auto">
        <div class="mx-auto grid max-w-[110rem] grid-cols-1 gap-3 p-2 sm:p-3 xl:grid-cols-6">
          <Show
            when={!nothing()}
            fallback={
              <div class="xl:col-span-6">
                <NoMessages view={store.view()} onChange={change} />
              </div>
            }
          >
            <div class="min-w-0 xl:col-span-6">
              <TrafficPlot store={store} onRange={range} onWider={wider} />
            </div>
            <ActionTable store={store} class="xl:col-span-4" />
            <SilentList store={store} class="xl:col-span-2" />
            <div class="grid min-w-0 grid-cols-1 gap-3 xl:col-span-6 xl:grid-cols-2">
              <SlowestTable store={store} />
              <IssueTable store={store} />
            </div>
          </Show>
          <Show when={!nothing() || (store.energy.data()?.items.length ?? 0) > 0}>
            <EnergyList store={store} class="xl:col-span-2" onTransaction={draw} />
            <SeriesPlot store={store} class="xl:col-span-4" onTransaction={draw} />
          </Show>
          <Show when={nothing()}>
            <SilentList store={store} class="xl:col-span-6" />
          </Show>
        </div>
      </div>
    </div>
  );
}

function NoMessages(props: { view: View; onChange: (change: Partial<View>) => void }): JSX.Element {
  const navigate = useNavigate();
  const span = (): string => spans.find((one) => one.name === props.view.span)?.long ?? "chosen range";
  return (
    <div class="rounded-lg border border-line bg-surface">
      <Empty icon="chart" title={`No messages in the ${span()}`}>
        <p class="mb-3">
          {props.view.stations.length > 0
            ? "The chosen stations said nothing in this time. Choose others, or a longer range."
            : "Choose a longer range, or power on a station: what crosses the wire is counted here."}
        </p>
        <div class="flex flex-wrap justify-center gap-2">
          <Show when={props.view.stations.length > 0}>
            <Button onClick={() => props.onChange({ stations: [] })}>All stations</Button>
          </Show>
          <Show when={props.view.span !== "7d"}>
            <Button onClick={() => props.onChange({ span: "7d", from: null, to: null })}>Last 7 days</Button>
          </Show>
          <Button look="primary" onClick={() => navigate("/stations")}>
            Go to the stations
          </Button>
        </div>
      </Empty>
    </div>
  );
}
