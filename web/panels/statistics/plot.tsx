import { Show, createEffect, createSignal, on, onCleanup, onMount, type JSX } from "solid-js";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useApp } from "../../context/context.tsx";
import { moment } from "../../text/units.ts";

/** Names of the colours in the styles of the page. */
const variables = {
  ink: "--color-ink3",
  grid: "--color-line",
  accent: "--color-accent",
  bad: "--color-bad",
  ok: "--color-ok",
  violet: "--color-json-word",
  amber: "--color-json-number",
  warn: "--color-warn",
};

/** Resolved, since a canvas knows nothing of the page's variables. */
export type Colours = Record<keyof typeof variables, string>;

export interface PlotOptions {
  series: uPlot.Series[];
  bands: uPlot.Band[];
  /** Text of a value at the axis. */
  axis: (value: number) => string;
  /** From zero, or only as far as the values reach. */
  zero: boolean;
}

/** A plot over time, as wide as there is room. Colours follow the theme. */
export function Plot(props: {
  /** First row: epoch ms. */
  data: uPlot.AlignedData;
  /** Drawn anew when this is another function. */
  options: (colours: Colours) => PlotOptions;
  /** The x axis reaches from here to there, epoch ms. */
  from: number;
  to: number;
  height: number;
  /** A value holds from its moment to the next; otherwise the nearest one is meant. */
  steps?: boolean;
  /** Place in the rows under the pointer, null outside. */
  onCursor?: (place: number | null) => void;
  /** A range of time was drawn with the pointer, epoch ms. */
  onSelect?: (from: number, to: number) => void;
  /** Width in px, when it is known and when it changes. */
  onWidth?: (width: number) => void;
  ref?: (plot: uPlot | null) => void;
}): JSX.Element {
  const app = useApp();
  const [theme, setTheme] = createSignal(0);
  const [width, setWidth] = createSignal(0);
  let box: HTMLDivElement | undefined;
  let plot: uPlot | null = null;

  onMount(() => {
    if (box === undefined) return;
    const watcher = new ResizeObserver(([entry]) => {
      const next = Math.floor(entry?.contentRect.width ?? 0);
      if (next === 0) return;
      setWidth(next);
      props.onWidth?.(next);
      plot?.setSize({ width: next, height: props.height });
    });
    watcher.observe(box);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const changed = (): void => void setTheme((value) => value + 1);
    scheme.addEventListener("change", changed);
    onCleanup(() => {
      watcher.disconnect();
      scheme.removeEventListener("change", changed);
    });
  });
  createEffect(
    on([() => app.settings.value.theme, theme, () => width() > 0, () => props.options], () => {
      if (box === undefined || width() === 0) return;
      // The theme is set by an effect of its own; colours are read after it.
      queueMicrotask(draw);
    }),
  );
  const data = (): uPlot.AlignedData => props.data;
  createEffect(on(data, (next) => plot?.setData(next), { defer: true }));
  onCleanup(() => {
    plot?.destroy();
    plot = null;
    props.ref?.(null);
  });

  function placeAt(made: uPlot): number | null {
    const { idx, left } = made.cursor;
    if (idx === null || idx === undefined || left === undefined || left < 0) return null;
    const begins = made.data[0][idx];
    const after = begins !== undefined && begins > made.posToVal(left, "x");
    return props.steps === true && after ? Math.max(0, idx - 1) : idx;
  }

  function draw(): void {
    if (box === undefined || !box.isConnected) return;
    plot?.destroy();
    const colours = coloursOf(box);
    const options = props.options(colours);
    const axis: uPlot.Axis = {
      stroke: colours.ink,
      font: "11px system-ui, sans-serif",
      grid: { stroke: colours.grid, width: 1 },
      ticks: { show: false },
    };
    plot = new uPlot(
      {
        width: width(),
        height: props.height,
        ms: 1,
        padding: [8, 12, 0, 0],
        legend: { show: false },
        cursor: {
          drag: { x: props.onSelect !== undefined, y: false, setScale: false },
          points: { size: 6 },
          dataIdx: (made, _, nearest) => placeAt(made) ?? nearest,
          y: false,
        },
        scales: {
          x: { time: true, range: () => [props.from, props.to] },
          y: {
            range: (_, min, max) => {
              if (!Number.isFinite(max)) return [0, 1];
              if (!options.zero && max > min) return [min - (max - min) * 0.1, max + (max - min) * 0.1];
              return [options.zero ? 0 : min - 1, max === 0 ? 1 : max + Math.abs(max) * 0.08];
            },
          },
        },
        axes: [
          { ...axis, size: 24, space: 64, values: timeLabels },
          { ...axis, size: 48, space: 28, values: (_, ticks) => ticks.map((tick) => options.axis(tick)) },
        ],
        series: [{}, ...options.series],
        bands: options.bands,
        hooks: {
          setCursor: [(made) => props.onCursor?.(placeAt(made))],
          setSelect: [
            (made) => {
              const { left, width: wide } = made.select;
              if (wide < 4 || props.onSelect === undefined) return;
              const [from, to] = [made.posToVal(left, "x"), made.posToVal(left + wide, "x")];
              made.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
              props.onSelect(from, to);
            },
          ],
        },
      },
      props.data,
      box,
    );
    props.ref?.(plot);
  }

  return (
    <div
      ref={(element) => (box = element)}
      style={{ height: `${props.height}px` }}
      data-plot
      class="w-full min-w-0"
    />
  );
}

function coloursOf(element: HTMLElement): Colours {
  const probe = document.createElement("span");
  element.append(probe);
  const read = ([name, variable]: [string, string]): [string, string] => {
    probe.style.color = `var(${variable})`;
    return [name, getComputedStyle(probe).color];
  };
  const colours = Object.fromEntries(Object.entries(variables).map(read)) as Colours;
  probe.remove();
  return colours;
}

/** Times as fine as the distance between two of them asks for; days with their date. */
function timeLabels(_: uPlot, ticks: number[]): string[] {
  const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
  return ticks.map((tick) => {
    const [day, time] = [moment(tick).slice(5, 10), moment(tick).slice(11, 19)];
    if (step >= 86_400_000 || (step >= 60_000 && time === "00:00:00")) return day;
    return step < 60_000 && step > 0 ? time : time.slice(0, 5);
  });
}

export function faded(colour: string, share: number): string {
  return `color-mix(in oklch, ${colour} ${share * 100}%, transparent)`;
}

/** What a line stands for, beside a small square in its colour, and its value where the pointer is. */
export function Legend(props: {
  colour: keyof Colours;
  name: string;
  value: string | undefined;
}): JSX.Element {
  return (
    <span class="inline-flex items-center gap-1">
      <span
        aria-hidden="true"
        class="inline-block size-2 rounded-[2px]"
        style={{ background: `var(${variables[props.colour]})` }}
      />
      {props.name}
      <Show when={props.value !== undefined}>
        <b class="font-semibold text-ink">{props.value}</b>
      </Show>
    </span>
  );
}
