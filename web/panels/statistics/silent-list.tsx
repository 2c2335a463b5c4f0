import { A } from "@solidjs/router";
import { For, Show, createMemo, type JSX } from "solid-js";
import type { StatisticsRow } from "../../api/statistics.ts";
import { Segmented } from "../../elements/segmented.tsx";
import { inspectorPath } from "../../query/paths.ts";
import type { StatisticsStore } from "../../stores/statistics.ts";
import { count, duration, moment } from "../../text/units.ts";
import { Card, Nothing } from "./card.tsx";
import { linkClass, rowClass } from "./table.tsx";

const silences = [
  { value: "60000", label: "1 min" },
  { value: "300000", label: "5 min" },
  { value: "3600000", label: "1 h" },
];

/** Stations of which nothing has been heard for a while. */
export function SilentList(props: { store: StatisticsStore; class?: string }): JSX.Element {
  const wanted = (items: readonly StatisticsRow<"silent">[]): StatisticsRow<"silent">[] => {
    const { stations } = props.store.view();
    return items.filter((one) => stations.length === 0 || stations.includes(one.station));
  };
  return (
    <Card
      title="Silent stations"
      hint="Their last message or link record is older than this; of the last 30 days"
      part={props.store.silent}
      class={props.class ?? ""}
      tools={
        <div class="ml-auto">
          <Segmented
            label="Silent for"
            value={String(props.store.silence())}
            choices={silences}
            onPick={(value) => props.store.setSilence(Number(value))}
          />
        </div>
      }
    >
      {(data) => {
        const items = createMemo(() => wanted(data().items));
        return (
          <Show
            when={items().length > 0}
            fallback={<Nothing>Every station has been heard of lately.</Nothing>}
          >
            <ul class="max-h-80 overflow-y-auto text-xs">
              <For each={items()}>
                {(one) => (
                  <li class={`flex items-baseline gap-2 px-3 py-1.5 ${rowClass}`} data-row={one.station}>
                    <A
                      href={inspectorPath({ stations: [one.station] })}
                      class={`${linkClass} min-w-0 truncate`}
                    >
                      {one.station}
                    </A>
                    <span class="ml-auto shrink-0 text-2xs text-ink2 tabular-nums" title={moment(one.lastAt)}>
                      silent for {duration((props.store.loadedAt() ?? Date.now()) - one.lastAt)}
                    </span>
                  </li>
                )}
              </For>
            </ul>
            <Show when={data().items.length >= 200}>
              <p class="px-3 py-1.5 text-2xs text-ink3">The {count(200)} that are silent longest.</p>
            </Show>
          </Show>
        );
      }}
    </Card>
  );
}
