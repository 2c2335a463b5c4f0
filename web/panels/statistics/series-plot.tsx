import { For, Show, createMemo, createSignal, type JSX } from "solid-js";
import uPlot from "uplot";
import type { StatisticsRow } from "../../api/statistics.ts";
import type { TransactionRow } from "../../api/transactions.ts";
import { inputClass } from "../../elements/field.tsx";
import type { StatisticsStore } from "../../stores/statistics.ts";
import { moment } from "../../text/units.ts";
import { Card, Nothing } from "./card.tsx";
import { lineName, reading } from "./format.ts";
import { Legend, Plot, faded, type Colours, type PlotOptions } from "./plot.tsx";

const lineColours = ["accent", "amber", "violet", "ok", "bad", "warn"] as const;
const colourOf = (line: number): keyof Colours => lineColours[line % lineColours.length] ?? "accent";
/** What is drawn first, if it is there. */
const favourite = "Power.Active.Import";

/** The samples of one transaction, thinned out by the server to the width of the plot. */
export function SeriesPlot(props: {
  store: StatisticsStore;
  onTransaction: (key: string) => void;
  class?: string;
}): JSX.Element {
  const [picked, setPicked] = createSignal("");
  const measurands = createMemo(() => [
    ...new Set(props.store.series.data()?.items.map((one) => one.measurand)),
  ]);
  const measurand = createMemo(() => {
    const all = measurands();
    return [picked(), favourite].find((one) => all.includes(one)) ?? all[0] ?? "";
  });
  return (
    <Card
      title="Samples of a transaction"
      part={props.store.series}
      class={props.class ?? ""}
      tools={
        <div class="flex w-full min-w-0 flex-wrap gap-1.5 pb-0.5 sm:ml-auto sm:w-auto">
          <TransactionPick store={props.store} onPick={(key) => props.onTransaction(key)} />
          <Show when={measurands().length > 0}>
            <select
              aria-label="Measurand"
              class={`${inputClass} sm:w-56!`}
              value={measurand()}
              onChange={(event) => setPicked(event.currentTarget.value)}
            >
              <For each={measurands()}>{(one) => <option value={one}>{one}</option>}</For>
            </select>
          </Show>
        </div>
      }
    >
      {(data) => {
        const lines = createMemo(() => data().items.filter((one) => one.measurand === measurand()));
        return (
          <Show
            when={lines().length > 0}
            fallback={
              <Nothing>
                {props.store.transaction() === null
                  ? "No transaction began in this time."
                  : "This transaction has no samples."}
              </Nothing>
            }
          >
            <Drawing
              lines={lines()}
              onWidth={(width) => props.store.setPoints(Math.max(100, Math.floor(width / 100) * 100))}
            />
          </Show>
        );
      }}
    </Card>
  );
}

function TransactionPick(props: { store: StatisticsStore; onPick: (key: string) => void }): JSX.Element {
  const items = createMemo((): readonly Pick<TransactionRow, "key">[] => {
    const known = props.store.transactions.data()?.items ?? [];
    const chosen = props.store.transaction();
    return chosen === null || known.some((one) => one.key === chosen) ? known : [{ key: chosen }, ...known];
  });
  return (
    <Show when={items().length > 0}>
      <select
        aria-label="Transaction"
        class={`${inputClass} sm:w-72!`}
        value={props.store.transaction() ?? ""}
        onChange={(event) => props.onPick(event.currentTarget.value)}
      >
        <For each={items()}>
          {(one) => (
            <option value={one.key} selected={one.key === props.store.transaction()}>
              {"station" in one ? nameOf(one as TransactionRow) : one.key}
            </option>
          )}
        </For>
      </select>
    </Show>
  );
}

function nameOf(row: TransactionRow): string {
  const open = row.endedAt === null ? ", running" : "";
  return `${row.station} · EVSE ${row.evse} · ${moment(row.startedAt).slice(5, 16)}${open}`;
}

function Drawing(props: {
  lines: readonly StatisticsRow<"series">[];
  onWidth: (width: number) => void;
}): JSX.Element {
  const [place, setPlace] = createSignal<number | null>(null);
  const single = (): boolean => props.lines.length === 1;
  /** One line with its least and greatest values around it, or the means of several. */
  const rows = createMemo((): uPlot.AlignedData => {
    const tables = props.lines.map((one): uPlot.AlignedData => {
      const x = one.points.map((point) => point.at);
      const mean = one.points.map((point) => point.mean);
      if (!single()) return [x, mean];
      return [x, mean, one.points.map((point) => point.max), one.points.map((point) => point.min)];
    });
    return uPlot.join(tables);
  });
  const range = createMemo(() => {
    const x = rows()[0];
    const [from, to] = [x[0] ?? 0, x[x.length - 1] ?? 1];
    return from === to ? { from: from - 30_000, to: to + 30_000 } : { from, to };
  });
  const options = createMemo(() => {
    const lines = props.lines;
    const few = rows()[0].length < 60;
    return (colours: Colours): PlotOptions => {
      const edge = { stroke: "transparent", width: 0, points: { show: false }, spanGaps: true };
      const drawn = lines.map((_, i): uPlot.Series => ({
        stroke: colours[colourOf(i)],
        width: 1.5,
        spanGaps: true,
        points: { show: few, size: 4, fill: colours[colourOf(i)] },
      }));
      const one = lines.length === 1;
      return {
        series: one ? [...drawn, edge, edge] : drawn,
        bands: one ? [{ series: [2, 3], fill: faded(colours.accent, 0.16) }] : [],
        axis: reading,
        zero: lines.every((line) => line.points.every((point) => point.min >= 0)) && lines[0]?.unit !== "V",
      };
    };
  });
  const value = (i: number): string => {
    const chosen = place();
    const found = chosen === null ? undefined : rows()[i + 1]?.[chosen];
    return typeof found === "number" ? reading(found) : "";
  };
  const unit = (): string => props.lines[0]?.unit ?? "";
  return (
    <div class="px-1 pb-2">
      <p class="flex min-h-6 flex-wrap items-center gap-x-3 px-2 pt-1.5 text-2xs text-ink2 tabular-nums">
        <For each={props.lines}>
          {(one, i) => <Legend colour={colourOf(i())} name={lineName(one, props.lines)} value={value(i())} />}
        </For>
        <span class="text-ink3">
          {unit()}
          <Show when={place() !== null}> · {moment(rows()[0][place() ?? 0] ?? 0).slice(11, 19)}</Show>
        </span>
      </p>
      <div role="img" aria-label={summary(props.lines)}>
        <Plot
          data={rows()}
          options={options()}
          from={range().from}
          to={range().to}
          height={200}
          onCursor={(next) => setPlace(next)}
          onWidth={(width) => props.onWidth(width)}
        />
      </div>
    </div>
  );
}

/** The plot in words. */
function summary(lines: readonly StatisticsRow<"series">[]): string {
  const words = lines.map((line) => {
    const low = Math.min(...line.points.map((point) => point.min));
    const high = Math.max(...line.points.map((point) => point.max));
    return `${lineName(line, lines)} between ${reading(low)} and ${reading(high)} ${line.unit}`;
  });
  return `${lines[0]?.measurand ?? ""}: ${words.join("; ")}`;
}
