import { Show, createSignal, type JSX } from "solid-js";
import { useApp } from "../../context/context.tsx";
import { Button } from "../../elements/button.tsx";
import { MomentField } from "../../elements/field.tsx";
import { PickMenu } from "../../elements/pick-menu.tsx";
import { Popover } from "../../elements/popover.tsx";
import { Segmented } from "../../elements/segmented.tsx";
import type { StatisticsStore } from "../../stores/statistics.ts";
import { spans, type SpanName, type View } from "../../stores/statistics-view.ts";
import { clock, moment } from "../../text/units.ts";

/** The range of time, the stations, and whether it is loaded again by itself. */
export function RangeBar(props: {
  store: StatisticsStore;
  onChange: (change: Partial<View>) => void;
}): JSX.Element {
  const app = useApp();
  const view = (): View => props.store.view();
  return (
    <div class="flex flex-wrap items-center gap-1.5 border-b border-line bg-surface px-2 py-1.5 sm:px-3">
      <Segmented<SpanName | "">
        label="Time range"
        value={view().span ?? ""}
        choices={spans.map((span) => ({ value: span.name, label: span.label, title: `The ${span.long}` }))}
        onPick={(span) => {
          if (span !== "") props.onChange({ span, from: null, to: null });
        }}
      />
      <CustomRange store={props.store} onChange={(change) => props.onChange(change)} />
      <PickMenu
        label="Station"
        options={app.stations.options()}
        chosen={view().stations}
        free
        onChange={(chosen) => props.onChange({ stations: chosen })}
      />
      <div class="ml-auto flex items-center gap-1.5">
        <span
          class="text-2xs text-ink3 tabular-nums max-sm:hidden"
          data-loaded={props.store.loadedAt() ?? ""}
        >
          <Show when={!props.store.loading()} fallback="Counting …">
            <Show when={props.store.loadedAt()}>{(at) => <>as of {clock(at()).slice(0, 8)}</>}</Show>
          </Show>
        </span>
        <Button
          icon={props.store.auto() ? "pause" : "play"}
          aria-pressed={props.store.auto()}
          disabled={view().span === null}
          title={
            view().span === null
              ? "A fixed range does not change by itself"
              : "Counts again every 10 seconds while this page is seen"
          }
          onClick={() => props.store.setAuto(!props.store.auto())}
        >
          {props.store.auto() ? "Auto-refresh on" : "Auto-refresh off"}
        </Button>
        <Button disabled={props.store.loading()} onClick={() => void props.store.reload()}>
          Refresh
        </Button>
      </div>
    </div>
  );
}

function CustomRange(props: {
  store: StatisticsStore;
  onChange: (change: Partial<View>) => void;
}): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const [wrong, setWrong] = createSignal("");
  const [from, setFrom] = createSignal<number | null>(null);
  const [to, setTo] = createSignal<number | null>(null);
  const fixed = (): boolean => props.store.view().span === null;
  const label = (): string => {
    if (!fixed()) return "Custom";
    const range = props.store.range();
    const [start, end] = [moment(range.from), moment(range.to)];
    const same = start.slice(0, 10) === end.slice(0, 10);
    return `${start.slice(5, 19)} – ${same ? end.slice(11, 19) : end.slice(5, 19)}`;
  };
  const show = (wanted: boolean): void => {
    setFrom(props.store.range().from);
    setTo(props.store.range().to);
    setOpen(wanted);
  };
  const apply = (event: Event): void => {
    event.preventDefault();
    const [start, end] = [from(), to()];
    if (start === null || end === null) return void setWrong("Give both moments.");
    if (start >= end) return void setWrong("It must begin before it ends.");
    setWrong("");
    setOpen(false);
    props.onChange({ span: null, from: start, to: end });
  };
  return (
    <Popover
      label="Custom range"
      buttonLabel={fixed() ? `Custom range: ${label()}` : "Custom range"}
      button={<span class="tabular-nums">{label()}</span>}
      active={fixed()}
      open={open()}
      onOpenChange={show}
      class="w-64 p-3"
    >
      <form class="grid gap-2" onSubmit={apply} novalidate>
        <MomentField label="From" at={from()} onPick={setFrom} />
        <MomentField label="Until" at={to()} onPick={setTo} />
        <Show when={wrong()}>
          <p role="alert" class="text-2xs font-medium text-bad">
            {wrong()}
          </p>
        </Show>
        <Button type="submit" look="primary">
          Show this range
        </Button>
      </form>
    </Popover>
  );
}
