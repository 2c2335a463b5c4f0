import { A } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import { Badge } from "../../elements/badge.tsx";
import { inspectorPath } from "../../query/paths.ts";
import type { StatisticsStore } from "../../stores/statistics.ts";
import { count } from "../../text/units.ts";
import { Card, Nothing } from "./card.tsx";
import { Cell, Head, headClass, linkClass, rowClass, tableClass } from "./sortable.tsx";

/** What validation found most often. */
export function IssueTable(props: { store: StatisticsStore }): JSX.Element {
  return (
    <Card title="Top validation issues" part={props.store.issues}>
      {(data) => (
        <Show
          when={data().items.length > 0}
          fallback={<Nothing>Validation found nothing wrong in this time.</Nothing>}
        >
          <table class={tableClass}>
            <thead class={headClass}>
              <tr>
                <Head text>Action</Head>
                <Head text>Place and rule</Head>
                <Head>Count</Head>
              </tr>
            </thead>
            <tbody>
              <For each={data().items}>
                {(row) => (
                  <tr class={rowClass} data-row={row.pointer}>
                    <Cell text class="max-w-32 align-top sm:max-w-48">
                      <A
                        class={`${linkClass} block truncate`}
                        title={row.action ?? "Unknown action"}
                        href={inspectorPath({
                          ...props.store.range(),
                          stations: props.store.view().stations,
                          actions: row.action === null ? [] : [row.action],
                          direction: row.direction,
                          errors: row.severity === "error",
                        })}
                      >
                        {row.action ?? "unknown"}
                      </A>
                      <span class="text-2xs text-ink3">{row.direction === "out" ? "→ CSMS" : "← CSMS"}</span>
                    </Cell>
                    <Cell text class="align-top">
                      <code class="font-mono text-2xs break-all">
                        {row.pointer === "" ? "(payload)" : row.pointer}
                      </code>
                      <span class="block">
                        <Badge tone={row.severity === "error" ? "bad" : "warn"} title={row.severity}>
                          {row.severity}
                        </Badge>{" "}
                        <span class="text-2xs text-ink2">{row.rule}</span>
                      </span>
                    </Cell>
                    <Cell class="align-top">{count(row.count)}</Cell>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </Show>
      )}
    </Card>
  );
}
