import { setTimeout } from "node:timers/promises";
import type { Db, Filter } from "mongodb";

/** What a time series holds of a batch, by time and id. */
export interface Dated {
  _id: string;
  t: Date;
}

/** ms. Documents further apart in time are asked for by a query of their own. */
const gap = 3_600_000;
/** ms between two looks. */
const pause = 200;

/**
 * Which of the documents are there. Looked up by their times and the range of their ids, which belong to one writer's one
 * batch. A command whose connection broke may still be at work, so what is incomplete is looked at until it stands still.
 */
export async function presentIds(
  db: Db,
  collection: string,
  documents: readonly Dated[],
  readConcern: "majority" | "local",
): Promise<Set<string>> {
  let found = await look(db, collection, documents, readConcern);
  while (found.size < documents.length) {
    await setTimeout(pause);
    const again = await look(db, collection, documents, readConcern);
    const still = again.size === found.size;
    found = again;
    if (still) break;
  }
  return found;
}

async function look(
  db: Db,
  collection: string,
  documents: readonly Dated[],
  readConcern: "majority" | "local",
): Promise<Set<string>> {
  const ids = new Set(documents.map(({ _id }) => _id));
  const found = new Set<string>();
  const ordered = [...ids].sort();
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return found;
  for (const [from, to] of spans(documents)) {
    const filter: Filter<Dated> = {
      t: { $gte: new Date(from), $lte: new Date(to) },
      _id: { $gte: first, $lte: last },
    };
    const cursor = db
      .collection<Dated>(collection, { readConcern: { level: readConcern } })
      .find(filter, { projection: { _id: 1 }, batchSize: 10_000 });
    for await (const { _id } of cursor) if (ids.has(_id)) found.add(_id);
  }
  return found;
}

function spans(documents: readonly Dated[]): [from: number, to: number][] {
  const times = documents.map(({ t }) => t.getTime()).sort((a, b) => a - b);
  const spans: [number, number][] = [];
  for (const time of times) {
    const span = spans.at(-1);
    if (span !== undefined && time - span[1] <= gap) span[1] = time;
    else spans.push([time, time]);
  }
  return spans;
}
