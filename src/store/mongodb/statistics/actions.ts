import type { Db } from "mongodb";
import { actionStatistics, bySlowness, inOrder } from "../../statistics-rows.ts";
import type { ActionStatistics, StatisticsQuery, StationActionStatistics } from "../../statistics.ts";
import { readClockLag } from "../read/bounds.ts";
import { countActions } from "./action-counts.ts";
import { readLatencies, slowestLatencies } from "./latencies.ts";
import type { ActionLatency } from "./latencies.ts";
import { frameMatch } from "./match.ts";

export async function actions(db: Db, query: StatisticsQuery): Promise<ActionStatistics[]> {
  const match = frameMatch(query, await readClockLag(db));
  const counts = await countActions(db, match, false);
  const latencies = await readLatencies(db, match, new Map(counts.map((one) => [one.action, one.timed])));
  return counts
    .map((one) => actionStatistics(one, latencies.get(one.action) ?? null))
    .sort((a, b) => inOrder([a.action], [b.action]));
}

export async function slowest(
  db: Db,
  query: StatisticsQuery,
  limit: number,
): Promise<StationActionStatistics[]> {
  const match = frameMatch(query, await readClockLag(db));
  const latencies = await slowestLatencies(db, match, limit);
  if (latencies.length === 0) return [];
  const names = (pick: (one: ActionLatency) => string): string[] => [...new Set(latencies.map(pick))];
  const counts = await countActions(
    db,
    {
      ...match,
      action: { $in: names((one) => one.action) },
      "meta.station": { $in: names((one) => one.station) },
    },
    true,
  );
  const key = (one: { action: string; station: string }): string => JSON.stringify([one.station, one.action]);
  const found = new Map(latencies.map((one) => [key(one), one.latency]));
  return counts
    .flatMap((one) => {
      const latency = found.get(key(one));
      return latency === undefined ? [] : [{ ...actionStatistics(one, latency), station: one.station }];
    })
    .sort(bySlowness);
}
