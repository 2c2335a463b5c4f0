import { inOrder } from "../../statistics-rows.ts";
import type { SilentStation } from "../../statistics.ts";
import type { Parts, Work } from "./work.ts";

/** Steps from station to station through the index instead of over each of its frames. */
const stationsOf = `
  WITH RECURSIVE found(station) AS (
    SELECT min(station) FROM frames INDEXED BY frames_by_station WHERE n >> 14 = ?1
    UNION ALL
    SELECT (SELECT min(station) FROM frames INDEXED BY frames_by_station WHERE n >> 14 = ?1 AND station > found.station)
    FROM found WHERE found.station IS NOT NULL
  )
  SELECT station FROM found WHERE station IS NOT NULL`;

export function* silent(
  parts: Parts,
  before: number,
  limit: number,
  since = -Infinity,
): Work<SilentStation[]> {
  const lastAt = new Map<number, number>();
  // By their newest moment: what is known of a station cannot change in buckets that end before it.
  const buckets = parts.all("SELECT bucket, last FROM spans WHERE last >= ? ORDER BY last DESC", since);
  for (const row of buckets) {
    const [bucket, end] = [Number(row[0]), Number(row[1])];
    for (const [no] of parts.all(stationsOf, bucket)) {
      const station = Number(no);
      const known = lastAt.get(station);
      if (known !== undefined && known >= end) continue;
      const found = parts.all(
        "SELECT max(at) FROM frames INDEXED BY frames_by_station WHERE n >> 14 = ? AND station = ?",
        bucket,
        station,
      )[0]?.[0];
      if (typeof found === "number" && found >= since && found > (known ?? -Infinity))
        lastAt.set(station, found);
    }
    yield;
  }
  const name = parts.names();
  return [...lastAt]
    .filter(([, at]) => at < before)
    .map(([no, at]) => ({ station: name(no), lastAt: at }))
    .sort((a, b) => inOrder([a.lastAt, a.station], [b.lastAt, b.station]))
    .slice(0, limit);
}
