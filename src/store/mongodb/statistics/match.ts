import type { Document } from "mongodb";
import { defined } from "../../../defined.ts";
import type { SeriesQuery, StatisticsQuery } from "../../statistics.ts";
import { between } from "../read/frame-plan.ts";
import { firstTime, seriesHigh, seriesLow } from "../series-time.ts";

/** Statistics may sort more than the server's memory for it holds. */
export const aside = { allowDiskUse: true } as const;

/**
 * Frames of a query, always within a range of `t`: `at` is what is asked for, and `t` is never before it and at most
 * `clockLag` (ms) behind.
 */
export function frameMatch(query: StatisticsQuery, clockLag: number): Document {
  return defined({
    t: times(query.from ?? 0, query.to === undefined ? undefined : query.to + clockLag),
    at: between(query.from, query.to),
    "meta.station": query.stations && { $in: query.stations },
  });
}

/** Answers to an action, whose latency is known. */
export const answered: Document = {
  action: { $type: "string" },
  kind: { $in: ["callResult", "callError", "callResultError"] },
  latency: { $type: "number" },
};

/** Samples of a query; their `t` follows from `at`. */
export function sampleMatch(query: SeriesQuery): Document {
  return defined({
    transactionKey: query.transactionKey,
    t: times(query.from ?? firstTime, query.to),
    at: between(query.from, query.to),
    "meta.station": query.stations && { $in: query.stations },
    "meta.measurand": query.measurands && { $in: query.measurands },
  });
}

/** Transactions that began in the time asked for. */
export function transactionMatch(query: StatisticsQuery): Document {
  return defined({
    startedAt: { $gte: query.from ?? -Infinity, $lt: query.to ?? Infinity },
    station: query.stations && { $in: query.stations },
  });
}

/** Place of `at` among slices of equal width. */
export function placeOf(from: number, width: number): Document {
  return { $floor: { $divide: [{ $subtract: ["$at", from] }, width] } };
}

/** 1 for what holds all conditions, otherwise 0. */
export function one(...conditions: Document[]): Document {
  return { $cond: [{ $and: conditions }, 1, 0] };
}

function times(from: number, to: number | undefined): Document {
  return defined({
    $gte: new Date(seriesLow(from)),
    $lte: to === undefined ? undefined : new Date(seriesHigh(Math.ceil(to))),
  });
}
