import { A } from "@solidjs/router";
import type { JSX } from "solid-js";
import type { StatisticsRow } from "../../api/statistics.ts";
import { Badge } from "../../elements/badge.tsx";
import { inspectorPath } from "../../query/paths.ts";
import type { StatisticsStore } from "../../stores/statistics.ts";
import { count } from "../../text/units.ts";
import { Card } from "./card.tsx";
import { Table, linkClass } from "./table.tsx";

/** What validation found most often. */
export function IssueTable(props: { store: StatisticsStore }): JSX.Element {
  const link = (row: StatisticsRow<"issues">): string =>
    inspectorPath({
      ...props.store.range(),
      stations: props.store.view().stations,
      actions: row.action === null ? [] : [row.action],
      direction: row.direction,
      errors: row.severity === "error",
    });
  return (
    <Card title="Top validation issues" part={props.store.issues}>
      {(data) => (
        <Table
          rows={data().items}
          columns={[
            {
              head: "Action",
              text: true,
              cellClass: "max-w-32 align-top sm:max-w-48",
              cell: (row) => (
                <>
                  <A
                    class={`${linkClass} block truncate`}
                    title={row.action ?? "Unknown action"}
                    href={link(row)}
                  >
                    {row.action ?? "unknown"}
                  </A>
                  <span class="text-2xs text-ink3">{row.direction === "out" ? "→ CSMS" : "← CSMS"}</span>
                </>
              ),
            },
            {
              head: "Place and rule",
              text: true,
              cellClass: "align-top",
              cell: (row) => (
                <>
                  <code class="font-mono text-2xs break-all">
                    {row.pointer === "" ? "(payload)" : row.pointer}
                  </code>
                  <span class="block">
                    <Badge tone={row.severity === "error" ? "bad" : "warn"} title={row.severity}>
                      {row.severity}
                    </Badge>{" "}
                    <span class="text-2xs text-ink2">{row.rule}</span>
                  </span>
                </>
              ),
            },
            { head: "Count", cellClass: "align-top", cell: (row) => count(row.count) },
          ]}
          name={(row) => row.pointer}
          nothing="Validation found nothing wrong in this time."
        />
      )}
    </Card>
  );
}
