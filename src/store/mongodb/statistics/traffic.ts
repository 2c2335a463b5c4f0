import type { Db } from "mongodb";
import { emptySlices } from "../../statistics-rows.ts";
import type { StatisticsQuery, TimeSpan, TrafficSlice } from "../../statistics.ts";
import { readClockLag } from "../read/bounds.ts";
import { aside, frameMatch, one, placeOf } from "./match.ts";

export async function traffic(
  db: Db,
  query: TimeSpan & StatisticsQuery,
  slices: number,
): Promise<TrafficSlice[]> {
  const found = emptySlices(query, slices);
  if (found.length === 0) return found;
  const pipeline = [
    { $match: frameMatch(query, await readClockLag(db)) },
    {
      $group: {
        _id: placeOf(query.from, (query.to - query.from) / slices),
        in: { $sum: one({ $eq: ["$direction", "in"] }) },
        out: { $sum: one({ $eq: ["$direction", "out"] }) },
        bytes: { $sum: "$size" },
        errors: { $sum: one({ $eq: ["$failed", true] }) },
      },
    },
  ];
  const groups = db
    .collection("frames")
    .aggregate<Omit<TrafficSlice, "at"> & { _id: number }>(pipeline, aside);
  for await (const group of groups) {
    // Rounding may put the very last moment beyond the last slice.
    const slice = found[Math.min(group._id, slices - 1)];
    if (slice === undefined) continue;
    slice.in += group.in;
    slice.out += group.out;
    slice.bytes += group.bytes;
    slice.errors += group.errors;
  }
  return found;
}
