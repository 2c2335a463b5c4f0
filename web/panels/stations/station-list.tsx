import { A } from "@solidjs/router";
import { createVirtualizer } from "@tanstack/solid-virtual";
import { For, Show, createEffect, createMemo, createSignal, on, type JSX } from "solid-js";
import type { StationView } from "../../api/stations.ts";
import { useApp } from "../../context/context.tsx";
import { Button } from "../../elements/button.tsx";
import { Dot } from "../../elements/badge.tsx";
import { inputClass } from "../../elements/field.tsx";
import { Icon } from "../../elements/icon.tsx";
import { onKeys } from "../../keys/on-keys.ts";
import { stationPath } from "../../query/paths.ts";
import { stationState, statusTones, totalPower } from "../../text/connector.ts";
import { count, power } from "../../text/units.ts";

const rowHeight = 52;

/** Which stations are shown. */
const belongs = {
  all: () => true,
  charging: ({ snapshot }: StationView) =>
    snapshot.connectors.some(({ transaction }) => transaction !== null),
  trouble: ({ snapshot, link }: StationView) =>
    (snapshot.powered && (link.state !== "online" || snapshot.boot !== "Accepted")) ||
    snapshot.connectors.some(({ status }) => status === "Faulted"),
};

/** All stations in compact rows; only those in view exist in the page. */
export function StationList(props: {
  selected: string | null;
  onAdd: () => void;
  onPick: (id: string) => void;
}): JSX.Element {
  const app = useApp();
  const [typed, setTyped] = createSignal("");
  const [only, setOnly] = createSignal<keyof typeof belongs>("all");
  let box: HTMLDivElement | undefined;

  const ids = createMemo(() => {
    const words = typed()
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    return app.stations.ids().filter((id) => {
      const view = app.stations.get(id);
      if (view === undefined) return false;
      const text =
        `${id} ${view.dialect} ${stationState(view).word} ${view.target} ${view.process ?? ""}`.toLowerCase();
      return words.every((word) => text.includes(word)) && belongs[only()](view);
    });
  });
  const totals = createMemo(() => {
    const views = app.stations.ids().flatMap((id) => app.stations.get(id) ?? []);
    const online = views.filter((view) => view.link.state === "online").length;
    return { online, watts: views.reduce((sum, view) => sum + totalPower(view), 0) };
  });
  const rows = createVirtualizer({
    get count() {
      return ids().length;
    },
    getScrollElement: () => box ?? null,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 320, height: 800 },
  });
  const selected = (): string | null => props.selected;
  const place = (): number => ids().indexOf(selected() ?? "");
  createEffect(on(selected, () => place() >= 0 && rows.scrollToIndex(place(), { align: "auto" })));
  const move = (step: 1 | -1): unknown => {
    const next = ids()[Math.min(ids().length - 1, Math.max(0, place() + step))];
    return next !== undefined && props.onPick(next);
  };

  return (
    <>
      <div class="grid gap-1.5 border-b border-line p-2">
        <div class="flex gap-1.5">
          <div class="relative grow">
            <Icon name="search" class="pointer-events-none absolute top-1.75 left-2 size-3.5 text-ink3" />
            <input
              type="search"
              class={`${inputClass} pl-7`}
              placeholder="Find stations"
              aria-label="Find stations"
              value={typed()}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
          <Button look="primary" icon="plus" onClick={() => props.onAdd()}>
            Add station
          </Button>
        </div>
        <div class="flex items-center gap-1 text-2xs" role="group" aria-label="Show">
          <For each={Object.keys(belongs) as (keyof typeof belongs)[]}>
            {(which) => (
              <button
                type="button"
                aria-pressed={only() === which}
                class="rounded-full px-2 py-0.5 font-medium text-ink2 capitalize hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent"
                onClick={() => setOnly(which)}
              >
                {which}
              </button>
            )}
          </For>
          <span class="ml-auto text-ink3">
            {count(totals().online)} of {count(app.stations.ids().length)} online · {power(totals().watts)}
          </span>
        </div>
      </div>
      <div
        ref={(element) => (box = element)}
        class="min-h-0 grow overflow-y-auto"
        tabindex={0}
        role="listbox"
        aria-label="Stations, use arrow keys"
        onKeyDown={onKeys("rows", { next: () => move(1), previous: () => move(-1) })}
      >
        <div class="relative" style={{ height: `${rows.getTotalSize()}px` }}>
          <For each={rows.getVirtualItems()}>
            {(item) => (
              <Show when={app.stations.get(ids()[item.index] ?? "")}>
                {(view) => (
                  <div
                    role="presentation"
                    class="absolute inset-x-0"
                    style={{ height: `${rowHeight}px`, transform: `translateY(${item.start}px)` }}
                  >
                    <StationRow view={view()} selected={view().id === props.selected} />
                  </div>
                )}
              </Show>
            )}
          </For>
        </div>
        <Show when={ids().length === 0 && app.stations.ids().length > 0}>
          <p class="p-6 text-center text-xs text-ink3">No station matches.</p>
        </Show>
      </div>
    </>
  );
}

function StationRow(props: { view: StationView; selected: boolean }): JSX.Element {
  const state = createMemo(() => stationState(props.view));
  const watts = (): number => totalPower(props.view);
  return (
    <A
      href={stationPath(props.view.id)}
      role="option"
      aria-selected={props.selected}
      tabindex={-1}
      class="flex h-full flex-col justify-center gap-1 border-b border-line/60 px-3 hover:bg-hover aria-selected:bg-accent-soft"
    >
      <span class="flex items-center gap-2">
        <Dot tone={state().tone} pulse={props.view.link.state === "connecting"} />
        <span class="min-w-0 truncate text-sm leading-4 font-medium">{props.view.id}</span>
        <span class="rounded border border-line px-1 font-mono text-2xs leading-3.5 text-ink3">
          {props.view.dialect}
        </span>
        <span class="ml-auto shrink-0 text-2xs text-ink2">{state().word}</span>
      </span>
      <span class="flex items-center gap-2 pl-4">
        <Show when={props.view.process}>
          {(process) => (
            <span
              class="min-w-0 truncate text-2xs text-ink3"
              title="Another process on the same store has it"
            >
              in process <span class="font-mono">{process()}</span>
            </span>
          )}
        </Show>
        <span class="flex min-w-0 gap-2.5 overflow-hidden">
          <For each={props.view.snapshot.connectors.slice(0, 4)}>
            {(connector) => (
              <span class="flex items-center gap-1 text-2xs whitespace-nowrap text-ink2">
                <Dot tone={statusTones[connector.status]} class="size-1.5!" />
                {connector.status}
              </span>
            )}
          </For>
          <Show when={props.view.snapshot.connectors.length > 4}>
            <span class="text-2xs text-ink3">+{props.view.snapshot.connectors.length - 4}</span>
          </Show>
        </span>
        <Show when={watts() > 0}>
          <span class="ml-auto shrink-0 font-mono text-2xs text-accent">{power(watts())}</span>
        </Show>
      </span>
    </A>
  );
}
