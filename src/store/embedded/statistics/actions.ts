import { actionStatistics, bySlowness, inOrder } from "../../statistics-rows.ts";
import type { ActionCounts } from "../../statistics-rows.ts";
import type { ActionStatistics, StatisticsQuery, StationActionStatistics } from "../../statistics.ts";
import { directionOf, kindOf } from "../pack-batch.ts";
import { Ranks } from "./ranks.ts";
import type { Part, Parts, Work } from "./work.ts";

interface Tally extends ActionCounts {
  latencies: Ranks;
}

export function* actions(parts: Parts, query: StatisticsQuery): Work<ActionStatistics[]> {
  const tallies = yield* count(parts, query, false);
  return tallies
    .map((tally) => actionStatistics(tally, tally.latencies.summary()))
    .sort((a, b) => inOrder([a.action], [b.action]));
}

export function* slowest(
  parts: Parts,
  query: StatisticsQuery,
  limit: number,
): Work<StationActionStatistics[]> {
  const rows: StationActionStatistics[] = [];
  for (const tally of yield* count(parts, query, true)) {
    const latency = tally.latencies.summary();
    if (latency !== null) rows.push({ ...actionStatistics(tally, latency), station: tally.station });
  }
  return rows.sort(bySlowness).slice(0, limit);
}

/** By action and station (0 for all together). */
class Tallies {
  readonly #known = new Map<number, Map<number, Tally>>();

  of(action: number, station: number): Tally {
    let ofAction = this.#known.get(action);
    if (ofAction === undefined) this.#known.set(action, (ofAction = new Map()));
    let tally = ofAction.get(station);
    if (tally === undefined) ofAction.set(station, (tally = emptyTally()));
    return tally;
  }

  list(name: (no: number) => string): Tally[] {
    return [...this.#known].flatMap(([action, ofAction]) =>
      [...ofAction].map(([station, tally]) =>
        Object.assign(tally, { action: name(action), station: station === 0 ? "" : name(station) }),
      ),
    );
  }
}

function* count(parts: Parts, query: StatisticsQuery, perStation: boolean): Work<Tally[]> {
  const tallies = new Tallies();
  const station = perStation ? "station" : "0";
  for (const part of parts.buckets(query)) {
    countPart(parts, part, station, tallies);
    yield;
  }
  return tallies.list(parts.names());
}

function countPart(parts: Parts, part: Part, station: string, tallies: Tallies): void {
  const rows = parts.all(
    `SELECT action, ${station}, class, latency FROM frames ${part.index} WHERE ${part.sql} AND action IS NOT NULL`,
    ...part.values,
  );
  for (const [action, ofStation, frameClass, latency] of rows) {
    const tally = tallies.of(Number(action), Number(ofStation));
    const kind = kindOf(Number(frameClass));
    if (kind === "call" || kind === "send") tally[directionOf(Number(frameClass))] += 1;
    else if (kind === "callResult" || kind === "callError" || kind === "callResultError") {
      tally[kind === "callResult" ? "results" : "errors"] += 1;
      if (latency !== null) tally.latencies.add(Number(latency));
    }
  }
  // What failed need not be invalid: an error frame fails in any case.
  const failed = parts.all(
    `SELECT action, ${station}, issues FROM frames ${part.index}
     WHERE ${part.sql} AND failed = 1 AND action IS NOT NULL AND issues IS NOT NULL`,
    ...part.values,
  );
  for (const [action, ofStation, issues] of failed)
    if (hasError(String(issues))) tallies.of(Number(action), Number(ofStation)).invalid += 1;
}

function hasError(issues: string): boolean {
  return (JSON.parse(issues) as { severity: string }[]).some((issue) => issue.severity === "error");
}

function emptyTally(): Tally {
  return {
    action: "",
    station: "",
    in: 0,
    out: 0,
    results: 0,
    errors: 0,
    invalid: 0,
    latencies: new Ranks(),
  };
}
