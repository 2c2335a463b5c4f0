import type { Collection, Db } from "mongodb";
import type { WriterDocument } from "../shapes.ts";

/** Stations whose clocks are wrong, and a clock that was set back, begin a little before their process did, ms. */
const margin = 60_000;

/** The largest `clockLag` of all writers, ms. Asked anew each time: it is a look at the end of a small index. */
export async function readClockLag(db: Db): Promise<number> {
  const largest = await writersOf(db).findOne(
    { clockLag: { $gt: 0 } },
    { sort: { clockLag: -1 }, projection: { clockLag: 1 } },
  );
  return Math.max(largest?.clockLag ?? 0, 0);
}

/** Where documents usually begin and end, epoch ms. A guess that saves time: nobody relies on it. */
export async function usualTimes(db: Db, order: "newest" | "oldest"): Promise<{ low: number; high: number }> {
  const now = Date.now();
  if (order === "newest") return { low: 0, high: now };
  const oldest = await writersOf(db).findOne(
    { startedAt: { $gte: 0 } },
    { sort: { startedAt: 1 }, projection: { startedAt: 1 } },
  );
  return { low: Math.max(0, Math.floor((oldest?.startedAt ?? margin) - margin)), high: now };
}

function writersOf(db: Db): Collection<WriterDocument> {
  return db.collection<WriterDocument>("writers");
}
