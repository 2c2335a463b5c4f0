import type { DocumentRow } from "../../store/rows.ts";
import type { Store } from "../../store/store.ts";
import { lookRepeatedly } from "./look-repeatedly.ts";
import { LostStations } from "./lost.ts";
import { isOwn } from "./ownership.ts";
import type { Stations } from "./stations.ts";

/** How often other processes' stations are looked at besides what they announce, ms: whether they are connected. */
const lookInterval = 10_000;

/** Keeps up with what other processes do with their stations. Returns how to end it. */
export function follow(stations: Stations, store: Store, failed: (error: unknown) => void): () => void {
  if (stations.ownership.name === null) return () => {};
  // At once too, for what happened since they were brought back: two processes that start together may have made the same one.
  const lost = new LostStations();
  const lookAll = async (): Promise<void> => {
    await lookAnew(stations);
    await lost.look(stations, store, Date.now());
  };
  const looks = lookRepeatedly({ look: lookAll, interval: lookInterval, failed });
  const end = store.watch((changes) => {
    if (changes.some(({ collection }) => collection === "stations")) looks.now();
  });
  return () => {
    looks.end();
    end();
  };
}

async function lookAnew(stations: Stations): Promise<void> {
  const { documents, own, ownership } = stations;
  const before = own.ids();
  const rows = await documents.list();
  await look(stations, rows, ownership.name === null ? null : new Set([ownership.name]));
  const there = new Set(rows.map(({ id }) => id));
  // Gone from the store: taken over and removed while this process gave no sign of life.
  for (const id of before) if (!there.has(id) && own.get(id) !== undefined) await own.letGo(id);
}

/** Takes in which stations other processes have, and tells what changed. `names`: what this process goes or went by. */
export async function look(
  stations: Stations,
  rows: readonly DocumentRow[],
  names: ReadonlySet<string> | null,
): Promise<void> {
  const { own, foreign } = stations;
  const changes = await foreign.take(rows.filter(({ owner }) => !isOwn(owner, names)));
  for (const id of foreign.ids()) if (own.get(id) !== undefined) await own.letGo(id);
  stations.tell(changes);
}
