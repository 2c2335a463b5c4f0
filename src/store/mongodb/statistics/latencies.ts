import type { Db, Document } from "mongodb";
import { percents, rankOf } from "../../statistics-rows.ts";
import type { Latency } from "../../statistics.ts";
import { answered, aside } from "./match.ts";

/**
 * Percentiles of the answers' latencies by action, by nearest rank. `totals`: how many answers of each action there are, so
 * that the server only has to order them and to keep those at a rank.
 */
export async function readLatencies(
  db: Db,
  match: Document,
  totals: ReadonlyMap<string, number>,
): Promise<Map<string, Latency>> {
  const wanted = [...totals].filter(([, total]) => total > 0);
  if (wanted.length === 0) return new Map();
  const pipeline = [
    { $match: { ...match, ...answered } },
    { $project: { _id: 0, action: 1, latency: 1 } },
    {
      $setWindowFields: {
        partitionBy: "$action",
        sortBy: { latency: 1 },
        output: { rank: { $documentNumber: {} } },
      },
    },
    { $match: { $or: wanted.map(([action, total]) => ({ action, rank: { $in: ranksOf(total) } })) } },
  ];
  const rows = db
    .collection("frames")
    .aggregate<{ action: string; rank: number; latency: number }>(pipeline, aside);
  const found = new Map<string, Map<number, number>>();
  for await (const { action, rank, latency } of rows) {
    const known = found.get(action);
    if (known === undefined) found.set(action, new Map([[rank, latency]]));
    else known.set(rank, latency);
  }
  return new Map(
    wanted.flatMap(([action, total]) => {
      const at = found.get(action);
      return at === undefined ? [] : [[action, latencyOf(at, total)]];
    }),
  );
}

function ranksOf(total: number): number[] {
  return [...new Set([1, ...Object.values(percents).map((percent) => rankOf(percent, total)), total])];
}

/** `at`: values by rank. Where old frames expired between the counting and this, the largest that is left. */
function latencyOf(at: ReadonlyMap<number, number>, total: number): Latency {
  const largest = Math.max(...at.values());
  const value = (rank: number): number => at.get(rank) ?? largest;
  return {
    min: value(1),
    p50: value(rankOf(percents.p50, total)),
    p95: value(rankOf(percents.p95, total)),
    p99: value(rankOf(percents.p99, total)),
    max: value(total),
  };
}
