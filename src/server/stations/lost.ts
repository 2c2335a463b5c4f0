import type { Store, TransactionRow } from "../../store/store.ts";
import { lastSeen } from "./processes.ts";
import type { Stations } from "./stations.ts";

/** How long a process must have given no sign of life before what its stations left open ends, ms. */
const lostAfter = 3_600_000;

/** Ends what no message will end: what stations left open that nobody has any more, and what ours do not know any more. */
export async function endOrphans(stations: Stations, store: Store): Promise<void> {
  const open = new Map<string, TransactionRow[]>();
  for await (const row of store.transactions.stream({ active: true }))
    open.set(row.station, [...(open.get(row.station) ?? []), row]);
  const ids = new Set((await stations.documents.list()).map(({ id }) => id));
  for (const [id, rows] of open) {
    if (rows.some((row) => isForgotten(stations, row))) await endForgotten(stations, id);
    else if (!ids.has(id) && !stations.view(id).ok) await stations.endTransactions(id, "station-lost");
  }
}

/** Ends what one of our stations left open in an earlier life and does not know any more. */
export async function endForgotten(stations: Stations, id: string): Promise<void> {
  await stations.endTransactions(id, "state-lost", (row) => isForgotten(stations, row));
}

function isForgotten({ fleet }: Stations, row: TransactionRow): boolean {
  const seen = { id: row.transactionId, startedAt: row.startedAt };
  return fleet.get(row.station)?.knowsTransaction(seen) === false;
}

/** Ends what stations of processes left open that have been gone for long; once each, until their process is back. */
export class LostStations {
  readonly #ended = new Set<string>();

  /** @param now epoch ms */
  async look(
    stations: Pick<Stations, "foreign" | "endTransactions">,
    store: Store,
    now: number,
  ): Promise<void> {
    const { foreign } = stations;
    const ids = foreign.ids();
    if (ids.length === 0) return;
    const writers = await store.writers();
    for (const id of ids) {
      // A process enters its name before it has stations: one that nobody knows is gone.
      const seen = lastSeen(writers, foreign.get(id)?.process ?? "") ?? 0;
      if (now - seen < lostAfter) this.#ended.delete(id);
      else if (!this.#ended.has(id) && (await stations.endTransactions(id, "station-lost")))
        this.#ended.add(id);
    }
  }
}
