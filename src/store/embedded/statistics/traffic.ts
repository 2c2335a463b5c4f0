import { emptySlices } from "../../statistics-rows.ts";
import type { StatisticsQuery, TimeSpan, TrafficSlice } from "../../statistics.ts";
import type { Parts, Work } from "./work.ts";

export function* traffic(
  parts: Parts,
  query: TimeSpan & StatisticsQuery,
  slices: number,
): Work<TrafficSlice[]> {
  const found = emptySlices(query, slices);
  if (found.length === 0) return found;
  const width = (query.to - query.from) / slices;
  for (const part of parts.buckets(query)) {
    const rows = parts.all(
      `SELECT CAST((at - ?) / ? AS INTEGER) AS slice, class & 1, count(*), sum(size), sum(failed)
       FROM frames ${part.index} WHERE ${part.sql} GROUP BY 1, 2`,
      query.from,
      width,
      ...part.values,
    );
    for (const [place, outgoing, count, bytes, errors] of rows) {
      // Rounding may put the very last moment beyond the last slice.
      const slice = found[Math.min(Number(place), slices - 1)];
      if (slice === undefined) continue;
      slice[outgoing === 1 ? "out" : "in"] += Number(count);
      slice.bytes += Number(bytes);
      slice.errors += Number(errors);
    }
    yield;
  }
  return found;
}
