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

export interface ActionLatency {
  action: string;
  station: string;
  latency: Latency;
}

/**
 * Percentiles of the answers' latencies by action and station, by nearest rank, slowest first. The server orders each group
 * and keeps the few that stand at a rank: its own `$percentile` came with MongoDB 7 and only estimates.
 */
export async function slowestLatencies(db: Db, match: Document, limit: number): Promise<ActionLatency[]> {
  const group = { action: "$action", station: "$station" };
  const pipeline: Document[] = [
    {
      $match: { ...match, ...answered },
    },
    { $project: { _id: 0, action: 1, station: "$meta.station", latency: 1 } },
    {
      $setWindowFields: {
        partitionBy: group,
        sortBy: { latency: 1 },
        output: {
          rank: { $documentNumber: {} },
          total: { $sum: 1, window: { documents: ["unbounded", "unbounded"] } },
        },
      },
    },
    {
      $match: {
        $expr: { $in: ["$rank", [1, ...Object.values(percents).map(rankThere), "$total"]] },
      },
    },
    {
      $group: {
        _id: group,
        min: { $min: "$latency" },
        p50: { $max: atRank(percents.p50) },
        p95: { $max: atRank(percents.p95) },
        p99: { $max: atRank(percents.p99) },
        max: { $max: "$latency" },
      },
    },
    { $sort: { p95: -1, "_id.station": 1, "_id.action": 1 } },
    { $limit: limit },
  ];
  const groups = await db
    .collection("frames")
    .aggregate<Latency & { _id: { action: string; station: string } }>(pipeline, aside)
    .toArray();
  return groups.map(({ _id: { action, station }, ...latency }) => ({ action, station, latency }));
}

/** As `rankOf`, by the server. */
function rankThere(percent: number): Document {
  return { $max: [1, { $ceil: { $divide: [{ $multiply: [percent, "$total"] }, 100] } }] };
}

function atRank(percent: number): Document {
  return { $cond: [{ $eq: ["$rank", rankThere(percent)] }, "$latency", null] };
}
