import { A } from "@solidjs/router";
import { For, Show, createMemo, type JSX } from "solid-js";
import type { StatisticsRow } from "../../api/statistics.ts";
import { Segmented } from "../../elements/segmented.tsx";
import { inspectorPath } from "../../query/paths.ts";
import type { StatisticsStore } from "../../stores/statistics.ts";
import { counted, energy } from "../../text/units.ts";
import { Card, Nothing } from "./card.tsx";
import { linkClass, rowClass } from "./table.tsx";

/** Who delivered most energy, in the transactions that began in the range. */
export function EnergyList(props: {
  store: StatisticsStore;
  onTransaction: (key: string) => void;
  class?: string;
}): JSX.Element {
  return (
    <Card
      title="Energy"
      hint="Of the transactions that began in this time"
      part={props.store.energy}
      class={props.class ?? ""}
      tools={
        <div class="ml-auto">
          <Segmented
            label="Energy by"
            value={props.store.energyBy()}
            choices={[
              { value: "station", label: "Station" },
              { value: "evse", label: "EVSE" },
              { value: "transaction", label: "Transaction" },
            ]}
            onPick={(by) => props.store.setEnergyBy(by)}
          />
        </div>
      }
    >
      {(data) => {
        const most = createMemo(() => Math.max(1, ...data().items.map((row) => row.energy)));
        return (
          <Show
            when={data().items.length > 0}
            fallback={
              <Nothing>No transaction began in this time. Plug in a car and present a token.</Nothing>
            }
          >
            <ul class="text-xs">
              <For each={data().items}>
                {(row) => (
                  <li class={`px-3 py-1.5 ${rowClass}`} data-row={row.transactionKey ?? row.station}>
                    <span class="flex items-baseline gap-2">
                      <Name row={row} store={props.store} onTransaction={props.onTransaction} />
                      <span class="ml-auto shrink-0 tabular-nums">{energy(row.energy)}</span>
                    </span>
                    <span
                      class="mt-0.5 block h-0.75 overflow-hidden rounded-full bg-raised"
                      aria-hidden="true"
                    >
                      <span
                        class="block h-full rounded-full bg-ok"
                        style={{ width: `${(row.energy / most()) * 100}%` }}
                      />
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        );
      }}
    </Card>
  );
}

function Name(props: {
  row: StatisticsRow<"energy">;
  store: StatisticsStore;
  onTransaction: (key: string) => void;
}): JSX.Element {
  const link = (): string =>
    inspectorPath({
      ...props.store.range(),
      stations: [props.row.station],
      actions: ["StartTransaction", "StopTransaction", "TransactionEvent", "MeterValues"],
    });
  return (
    <>
      <A href={link()} class={`${linkClass} min-w-0 truncate`}>
        {props.row.station}
        <Show when={props.row.evse !== null}> · EVSE {props.row.evse}</Show>
      </A>
      <Show
        when={props.row.transactionKey}
        fallback={
          <span class="shrink-0 text-2xs text-ink3">{counted(props.row.transactions, "transaction")}</span>
        }
      >
        {(key) => (
          <button
            type="button"
            class="shrink-0 rounded text-2xs text-accent hover:underline aria-pressed:font-semibold"
            aria-pressed={props.store.transaction() === key()}
            aria-label={`Draw the samples of this transaction of ${props.row.station}`}
            onClick={() => props.onTransaction(key())}
          >
            {props.store.transaction() === key() ? "drawn" : "draw samples"}
          </button>
        )}
      </Show>
    </>
  );
}
