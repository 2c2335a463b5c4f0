import { A } from "@solidjs/router";
import { For, Show, createMemo, type JSX } from "solid-js";
import type { StatisticsRow } from "../../api/statistics.ts";
import { inspectorPath } from "../../query/paths.ts";
import type { StatisticsStore } from "../../stores/statistics.ts";
import { count } from "../../text/units.ts";
import { Card, Nothing } from "./card.tsx";
import { messagesOf, milliseconds, percent } from "./format.ts";
import {
  BarFigure,
  Cell,
  Head,
  createSorting,
  headClass,
  linkClass,
  rowClass,
  tableClass,
} from "./sortable.tsx";

type Row = StatisticsRow<"actions"> & { station?: string };

const columns = {
  action: (row: Row) => row.action,
  station: (row: Row) => row.station ?? "",
  out: (row: Row) => row.requests.out,
  in: (row: Row) => row.requests.in,
  messages: messagesOf,
  errors: (row: Row) => row.errors,
  rate: (row: Row) => row.errorRate,
  invalid: (row: Row) => row.invalid,
  p50: (row: Row) => row.latency?.p50 ?? -1,
  p95: (row: Row) => row.latency?.p95 ?? -1,
  p99: (row: Row) => row.latency?.p99 ?? -1,
  max: (row: Row) => row.latency?.max ?? -1,
};

/** How many messages of each action there were, how many went wrong, and how long the answers took. */
export function ActionTable(props: { store: StatisticsStore; class?: string }): JSX.Element {
  return (
    <Card title="Messages per action" part={props.store.actions} class={props.class ?? ""}>
      {(data) => <Table store={props.store} rows={data().items} by="action" />}
    </Card>
  );
}

/** Where answers take longest, station by station. */
export function SlowestTable(props: { store: StatisticsStore }): JSX.Element {
  return (
    <Card
      title="Slowest answers"
      hint="By the 95th percentile of the latencies of an action at a station"
      part={props.store.slowest}
    >
      {(data) => <Table store={props.store} rows={data().items} by="station" />}
    </Card>
  );
}

function Table(props: {
  store: StatisticsStore;
  rows: readonly Row[];
  by: "action" | "station";
}): JSX.Element {
  const sorting = createSorting(() => props.rows, columns, props.by === "action" ? "messages" : "p95");
  const slowest = createMemo(() => Math.max(1e-9, ...props.rows.map((row) => row.latency?.p95 ?? 0)));
  const most = createMemo(() => Math.max(1, ...props.rows.map(messagesOf)));
  const full = (): boolean => props.by === "action";
  const link = (row: Row, more: { errors?: boolean } = {}): string =>
    inspectorPath({
      ...props.store.range(),
      actions: [row.action],
      stations: row.station === undefined ? props.store.view().stations : [row.station],
      ...more,
    });
  return (
    <Show
      when={props.rows.length > 0}
      fallback={<Nothing>{full() ? "No messages in this time." : "No answers in this time."}</Nothing>}
    >
      <table class={tableClass}>
        <thead class={headClass}>
          <tr>
            <Show when={!full()}>
              <Head text sorting={sorting} column="station">
                Station
              </Head>
            </Show>
            <Head text sorting={sorting} column="action">
              Action
            </Head>
            <Show when={full()}>
              <Head sorting={sorting} column="out" class="max-md:hidden" title="Requests of the stations">
                → CSMS
              </Head>
              <Head sorting={sorting} column="in" class="max-md:hidden" title="Requests of the CSMS">
                ← CSMS
              </Head>
              <Head sorting={sorting} column="messages" title="Requests and answers together">
                Messages
              </Head>
              <Head
                sorting={sorting}
                column="invalid"
                class="max-md:hidden"
                title="With an issue of severity error"
              >
                Invalid
              </Head>
            </Show>
            <Head sorting={sorting} column="rate" title="Error answers of all answers">
              Errors
            </Head>
            <Head
              sorting={sorting}
              column="p50"
              class="max-sm:hidden"
              title="Half of the answers were faster, ms"
            >
              p50
            </Head>
            <Head sorting={sorting} column="p95" title="95 of 100 answers were faster, ms">
              p95 ms
            </Head>
            <Head
              sorting={sorting}
              column="p99"
              class="max-sm:hidden"
              title="99 of 100 answers were faster, ms"
            >
              p99
            </Head>
            <Show when={full()}>
              <Head sorting={sorting} column="max" class="max-md:hidden" title="The slowest answer, ms">
                max
              </Head>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={sorting.rows()}>
            {(row) => (
              <tr class={rowClass} data-row={row.station ?? row.action}>
                <Show when={row.station}>
                  {(station) => (
                    <Cell text class="max-w-32 truncate" title={station()}>
                      <A href={link(row)} class={linkClass}>
                        {station()}
                      </A>
                    </Cell>
                  )}
                </Show>
                <Cell text class="max-w-36 truncate sm:max-w-60" title={row.action}>
                  <Show when={full()} fallback={row.action}>
                    <A href={link(row)} class={linkClass}>
                      {row.action}
                    </A>
                  </Show>
                </Cell>
                <Show when={full()}>
                  <Cell class="max-md:hidden">{count(row.requests.out)}</Cell>
                  <Cell class="max-md:hidden">{count(row.requests.in)}</Cell>
                  <Cell>
                    <BarFigure share={messagesOf(row) / most()}>{count(messagesOf(row))}</BarFigure>
                  </Cell>
                  <Cell class="max-md:hidden">
                    <Show when={row.invalid > 0} fallback={<span class="text-ink3">0</span>}>
                      <A
                        href={link(row, { errors: true })}
                        class="rounded font-medium text-bad hover:underline"
                      >
                        {count(row.invalid)}
                      </A>
                    </Show>
                  </Cell>
                </Show>
                <Cell title={`${count(row.errors)} of ${count(row.results + row.errors)} answers`}>
                  <Show when={row.errors > 0} fallback={<span class="text-ink3">0 %</span>}>
                    <A
                      href={link(row, { errors: true })}
                      class="rounded font-medium text-bad hover:underline"
                    >
                      {percent(row.errorRate)}
                    </A>
                  </Show>
                </Cell>
                <Cell class="max-sm:hidden">
                  {row.latency === null ? "–" : milliseconds(row.latency.p50)}
                </Cell>
                <Cell>
                  <Show when={row.latency} fallback="–">
                    {(latency) => (
                      <BarFigure share={latency().p95 / slowest()}>{milliseconds(latency().p95)}</BarFigure>
                    )}
                  </Show>
                </Cell>
                <Cell class="max-sm:hidden">
                  {row.latency === null ? "–" : milliseconds(row.latency.p99)}
                </Cell>
                <Show when={full()}>
                  <Cell class="max-md:hidden">
                    {row.latency === null ? "–" : milliseconds(row.latency.max)}
                  </Cell>
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Show>
  );
}
