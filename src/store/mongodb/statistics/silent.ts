import type { Db, Document } from "mongodb";
import { inOrder } from "../../statistics-rows.ts";
import type { SilentStation } from "../../statistics.ts";
import { heardStep } from "../last-heard.ts";
import { readClockLag } from "../read/bounds.ts";
import { seriesTime } from "../series-time.ts";
import type { LastHeardDocument } from "../shapes.ts";

/** Stations that are asked for at the same time. */
const together = 8;

/** Out of what was noted of each station, longest silent first, and the frames of a minute of those that may be meant. */
export async function silent(
  db: Db,
  before: number,
  limit: number,
  since = -Infinity,
): Promise<SilentStation[]> {
  const clockLag = await readClockLag(db);
  let found: SilentStation[] = [];
  let last: LastHeardDocument | undefined;
  for (;;) {
    const noted = await nextNoted(db, since - heardStep, before, last, limit);
    for (let i = 0; i < noted.length; i += together) {
      const some = noted.slice(i, i + together);
      const stations = await Promise.all(some.map(async (one) => await lastFrame(db, one, clockLag)));
      found.push(...stations.filter(({ lastAt }) => lastAt >= since && lastAt < before));
    }
    found = found.sort((a, b) => inOrder([a.lastAt, a.station], [b.lastAt, b.station])).slice(0, limit);
    last = noted.at(-1);
    const worst = found[limit - 1];
    // Who was heard of later cannot be among the longest silent any more.
    if (last === undefined || noted.length < limit || (worst !== undefined && worst.lastAt < last.at))
      return found;
  }
}

/** By what was noted, after `last`. */
async function nextNoted(
  db: Db,
  after: number,
  before: number,
  last: LastHeardDocument | undefined,
  limit: number,
): Promise<LastHeardDocument[]> {
  const filter: Document =
    last === undefined
      ? { at: { $gt: after, $lt: before } }
      : {
          at: { $gte: last.at, $lt: before },
          $or: [{ at: { $gt: last.at } }, { at: last.at, _id: { $gt: last._id } }],
        };
  return await db
    .collection<LastHeardDocument>("last_heard")
    .find(filter, { sort: { at: 1, _id: 1 }, limit })
    .toArray();
}

/** The latest frame; what was noted where it has expired. */
async function lastFrame(
  db: Db,
  { _id: station, at }: LastHeardDocument,
  clockLag: number,
): Promise<SilentStation> {
  const filter = {
    "meta.station": station,
    t: { $gte: seriesTime(at), $lte: seriesTime(at + heardStep + clockLag + 1) },
    at: { $gte: at },
  };
  const newest = await db
    .collection("frames")
    .findOne<{ at: number }>(filter, { sort: { at: -1 }, projection: { _id: 0, at: 1 } });
  return { station, lastAt: newest?.at ?? at };
}
