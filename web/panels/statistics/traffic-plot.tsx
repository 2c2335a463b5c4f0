import { Show, createMemo, createSignal, type JSX } from "solid-js";
import uPlot from "uplot";
import type { StatisticsAnswers, StatisticsRow } from "../../api/statistics.ts";
import { Button } from "../../elements/button.tsx";
import { onKeys } from "../../keys/on-keys.ts";
import type { StatisticsStore } from "../../stores/statistics.ts";
import { bytes, count, moment } from "../../text/units.ts";
import { Card } from "./card.tsx";
import { percent, reading, widthOf } from "./format.ts";
import { Legend, Plot, faded, type Colours, type PlotOptions } from "./plot.tsx";

/** Messages over time. Drawing a range with the pointer, or with Shift and the arrow keys, narrows the view to it. */
export function TrafficPlot(props: {
  store: StatisticsStore;
  onRange: (from: number, to: number) => void;
  onWider: () => void;
}): JSX.Element {
  return (
    <Card
      title="Traffic"
      part={props.store.traffic}
      tools={
        <>
          <Show when={props.store.traffic.data()}>{(data) => <Totals items={data().items} />}</Show>
          <Button look="ghost" class="ml-auto" title="Twice the time" onClick={() => props.onWider()}>
            Zoom out
          </Button>
        </>
      }
    >
      {(data) => <Drawing data={data()} onRange={(from, to) => props.onRange(from, to)} />}
    </Card>
  );
}

function Totals(props: { items: readonly StatisticsRow<"traffic">[] }): JSX.Element {
  const sum = (pick: (slice: StatisticsRow<"traffic">) => number): number =>
    props.items.reduce((total, slice) => total + pick(slice), 0);
  const messages = createMemo(() => sum((slice) => slice.in + slice.out));
  const errors = createMemo(() => sum((slice) => slice.errors));
  return (
    <p class="flex flex-wrap gap-x-3 text-2xs text-ink2 tabular-nums" data-messages={messages()}>
      <span>{count(messages())} messages</span>
      <span class={errors() > 0 ? "font-medium text-bad" : ""}>
        {count(errors())} errors
        <Show when={errors() > 0}> ({percent(errors() / messages())})</Show>
      </span>
      <span class="max-sm:hidden">{bytes(sum((slice) => slice.bytes))}</span>
    </p>
  );
}

function Drawing(props: {
  data: StatisticsAnswers["traffic"];
  onRange: (from: number, to: number) => void;
}): JSX.Element {
  const [place, setPlace] = createSignal<number | null>(null);
  const [anchor, setAnchor] = createSignal<number | null>(null);
  let plot: uPlot | null = null;
  const items = (): readonly StatisticsRow<"traffic">[] => props.data.items;
  const rows = createMemo((): uPlot.AlignedData => {
    // A slice reaches to the next one; the last one needs an end.
    const last = items().at(-1);
    const all = last === undefined ? [] : [...items(), { ...last, at: props.data.range.to }];
    return [
      all.map((slice) => slice.at),
      all.map((slice) => slice.out + slice.in),
      all.map((slice) => slice.out),
      all.map((slice) => slice.errors),
    ];
  });

  const show = (next: number, from: number | null): void => {
    if (plot === null) return;
    const made = plot;
    const edge = (slice: number): number =>
      made.valToPos(props.data.range.from + slice * props.data.width, "x");
    made.setCursor({ left: edge(next + 0.5), top: 10 });
    const [low, high] = from === null ? [0, -1] : [Math.min(from, next), Math.max(from, next)];
    const left = edge(low);
    const width = from === null ? 0 : edge(high + 1) - left;
    made.setSelect({ left, width, top: 0, height: made.over.clientHeight }, false);
  };
  const move = (step: 1 | -1, marking: boolean): void => {
    const last = items().length - 1;
    const now = place();
    const next = now === null ? (step > 0 ? 0 : last) : Math.min(last, Math.max(0, now + step));
    const from = marking ? (anchor() ?? now ?? next) : null;
    setAnchor(from);
    setPlace(next);
    show(next, from);
  };
  const keys = onKeys("slices", {
    earlier: (event) => move(-1, event.shiftKey),
    later: (event) => move(1, event.shiftKey),
    narrow: () => {
      const now = place();
      if (now === null) return false;
      const from = anchor() ?? now;
      const [low, high] = [items()[Math.min(from, now)], items()[Math.max(from, now)]];
      setAnchor(null);
      return low && high && props.onRange(low.at, high.at + props.data.width);
    },
    unmark: () => {
      const now = place();
      if (anchor() === null) return false;
      setAnchor(null);
      return now !== null && show(now, null);
    },
  });
  const figure = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : count(value);
  const at = createMemo(() => {
    const chosen = place();
    return chosen === null ? undefined : items()[chosen];
  });

  return (
    <div class="px-1 pb-2">
      <p
        class="flex min-h-6 flex-wrap items-center gap-x-3 px-2 pt-1.5 text-2xs text-ink2 tabular-nums"
        aria-live="polite"
      >
        <Legend colour="accent" name="→ CSMS" value={figure(at()?.out)} />
        <Legend colour="violet" name="← CSMS" value={figure(at()?.in)} />
        <Legend colour="bad" name="errors" value={figure(at()?.errors)} />
        <span class="text-ink3">
          <Show when={at()} fallback={`per ${widthOf(props.data.width)}`}>
            {(slice) => (
              <>
                from {moment(slice().at).slice(0, 19)}, {widthOf(props.data.width)}
              </>
            )}
          </Show>
        </span>
      </p>
      <div
        role="group"
        tabindex="0"
        aria-label="Messages over time. Arrow keys read slice by slice, with Shift they mark a range, Enter narrows to it."
        class="rounded"
        onKeyDown={keys}
        onBlur={() => setAnchor(null)}
      >
        <Plot
          data={rows()}
          options={look}
          from={props.data.range.from}
          to={props.data.range.to}
          steps
          height={180}
          onCursor={(next) => setPlace(next)}
          onSelect={(from, to) => props.onRange(from, to)}
          ref={(made) => (plot = made)}
        />
      </div>
    </div>
  );
}

// One upon the other: what a CSMS answers is as much as what it is asked, and would hide it.
const look = (colours: Colours): PlotOptions => ({
  series: [line(colours.violet), line(colours.accent, 0.28), line(colours.bad, 0.45)],
  bands: [{ series: [1, 2], fill: faded(colours.violet, 0.28) }],
  axis: reading,
  zero: true,
});

function line(colour: string, fill?: number): uPlot.Series {
  const paths = uPlot.paths.stepped?.({ align: 1 });
  return {
    stroke: colour,
    width: 1,
    points: { show: false },
    ...(fill === undefined ? {} : { fill: faded(colour, fill) }),
    ...(paths === undefined ? {} : { paths }),
  };
}
