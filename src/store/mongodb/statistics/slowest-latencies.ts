import type { Db, Document } from "mongodb";
import { percents } from "../../statistics-rows.ts";
import type { Latency } from "../../statistics.ts";
import { answered, aside } from "./match.ts";

export interface ActionLatency extends Latency {
  action: string;
  station: string;
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
        $expr: { $in: ["$rank", [1, ...Object.values(percents).map(rankOf), "$total"]] },
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
  return groups.map(({ _id, ...latency }) => ({
    ...latency,
    action: _id.action,
    station: _id.station,
  }));
}

/** As `rankOf` in statistics-rows.ts. */
function rankOf(percent: number): Document {
  return { $max: [1, { $ceil: { $divide: [{ $multiply: [percent, "$total"] }, 100] } }] };
}

function atRank(percent: number): Document {
  return { $cond: [{ $eq: ["$rank", rankOf(percent)] }, "$latency", null] };
}
