import { A } from "@solidjs/router";
import { createMemo, type JSX } from "solid-js";
import type { StatisticsRow } from "../../api/statistics.ts";
import { inspectorPath } from "../../query/paths.ts";
import type { StatisticsStore } from "../../stores/statistics.ts";
import { count } from "../../text/units.ts";
import { Card } from "./card.tsx";
import { messagesOf, milliseconds, percent } from "./format.ts";
import { BarFigure, Table, linkClass, type Column } from "./table.tsx";

type Row = StatisticsRow<"actions"> & { station?: string };
type Percentile = keyof NonNullable<Row["latency"]>;

/** How many messages of each action there were, how many went wrong, and how long the answers took. */
export function ActionTable(props: { store: StatisticsStore; class?: string }): JSX.Element {
  return (
    <Card title="Messages per action" part={props.store.actions} class={props.class ?? ""}>
      {(data) => {
        const rows = (): readonly Row[] => data().items;
        const most = createMemo(() => Math.max(1, ...rows().map(messagesOf)));
        const of = columnsOf(props.store, rows);
        return (
          <Table
            rows={rows()}
            columns={[
              of.action,
              requests("out", "→ CSMS", "Requests of the stations"),
              requests("in", "← CSMS", "Requests of the CSMS"),
              {
                head: "Messages",
                hint: "Requests and answers together",
                sort: messagesOf,
                cell: (row) => (
                  <BarFigure share={messagesOf(row) / most()}>{count(messagesOf(row))}</BarFigure>
                ),
              },
              {
                head: "Invalid",
                hint: "With an issue of severity error",
                class: "max-md:hidden",
                sort: (row) => row.invalid,
                cell: (row) => <Bad text={count(row.invalid)} href={row.invalid > 0 && of.link(row, true)} />,
              },
              of.errors,
              of.p50,
              of.p95,
              of.p99,
              of.max,
            ]}
            sorted="Messages"
            name={(row) => row.action}
            nothing="No messages in this time."
          />
        );
      }}
    </Card>
  );
}

const requests = (direction: "in" | "out", head: string, hint: string): Column<Row> => ({
  head,
  hint,
  class: "max-md:hidden",
  sort: (row) => row.requests[direction],
  cell: (row) => count(row.requests[direction]),
});

/** Where answers take longest, station by station. */
export function SlowestTable(props: { store: StatisticsStore }): JSX.Element {
  return (
    <Card
      title="Slowest answers"
      hint="By the 95th percentile of the latencies of an action at a station"
      part={props.store.slowest}
    >
      {(data) => {
        const rows = (): readonly Row[] => data().items;
        const of = columnsOf(props.store, rows);
        const station: Column<Row> = {
          head: "Station",
          text: true,
          cellClass: "max-w-32 truncate",
          sort: (row) => row.station ?? "",
          cellHint: (row) => row.station ?? "",
          cell: (row) => (
            <A href={of.link(row)} class={linkClass}>
              {row.station}
            </A>
          ),
        };
        return (
          <Table
            rows={rows()}
            columns={[
              station,
              { ...of.action, cell: (row) => row.action },
              of.errors,
              of.p50,
              of.p95,
              of.p99,
            ]}
            sorted="p95 ms"
            name={(row) => row.station ?? ""}
            nothing="No answers in this time."
          />
        );
      }}
    </Card>
  );
}

/** The columns that both tables have. */
function columnsOf(store: StatisticsStore, rows: () => readonly Row[]) {
  const link = (row: Row, errors = false): string =>
    inspectorPath({
      ...store.range(),
      actions: [row.action],
      stations: row.station === undefined ? store.view().stations : [row.station],
      errors,
    });
  const latency = (
    head: string,
    name: Percentile,
    hint: string,
    where: string,
    shown: (ms: number) => JSX.Element = milliseconds,
  ): Column<Row> => ({
    head,
    hint,
    class: where,
    sort: (row) => row.latency?.[name] ?? -1,
    cell: (row) => (row.latency === null ? "–" : shown(row.latency[name])),
  });
  const slowest = createMemo(() => Math.max(1e-9, ...rows().map((row) => row.latency?.p95 ?? 0)));
  const action: Column<Row> = {
    head: "Action",
    text: true,
    cellClass: "max-w-36 truncate sm:max-w-60",
    sort: (row) => row.action,
    cellHint: (row) => row.action,
    cell: (row) => (
      <A href={link(row)} class={linkClass}>
        {row.action}
      </A>
    ),
  };
  const errors: Column<Row> = {
    head: "Errors",
    hint: "Error answers of all answers",
    sort: (row) => row.errorRate,
    cellHint: (row) => `${count(row.errors)} of ${count(row.results + row.errors)} answers`,
    cell: (row) => <Bad text={percent(row.errorRate)} href={row.errors > 0 && link(row, true)} />,
  };
  return {
    link,
    action,
    errors,
    p50: latency("p50", "p50", "Half of the answers were faster, ms", "max-sm:hidden"),
    p95: latency("p95 ms", "p95", "95 of 100 answers were faster, ms", "", (ms) => (
      <BarFigure share={ms / slowest()}>{milliseconds(ms)}</BarFigure>
    )),
    p99: latency("p99", "p99", "99 of 100 answers were faster, ms", "max-sm:hidden"),
    max: latency("max", "max", "The slowest answer, ms", "max-md:hidden"),
  };
}

/** A figure of what went wrong, which leads there unless it is none. */
function Bad(props: { text: string; href: string | false }): JSX.Element {
  return props.href === false ? (
    <span class="text-ink3">{props.text}</span>
  ) : (
    <A href={props.href} class="rounded font-medium text-bad hover:underline">
      {props.text}
    </A>
  );
}
