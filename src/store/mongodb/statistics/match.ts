import type { Document } from "mongodb";
import type { SeriesQuery, StatisticsQuery } from "../../statistics.ts";

/** The years 1 and 9999, epoch ms: no message can name a moment beyond, and some servers know none. */
const firstDate = -62_135_596_800_000;
const lastDate = 253_402_300_799_999;

/** Statistics may sort more than the server's memory for it holds. */
export const aside = { allowDiskUse: true } as const;

/**
 * Frames of a query, always within a range of `t`: `at` is what is asked for, and `t` is never before it and at most
 * `clockLag` (ms) behind.
 */
export function frameMatch(query: StatisticsQuery, clockLag: number): Document {
  return {
    t: times(query.from ?? 0, query.to === undefined ? undefined : query.to + clockLag),
    ...atMatch(query),
    ...(query.stations === undefined ? {} : { "meta.station": { $in: query.stations } }),
  };
}

/** Answers to an action, whose latency is known. */
export const answered: Document = {
  action: { $type: "string" },
  kind: { $in: ["callResult", "callError", "callResultError"] },
  latency: { $type: "number" },
};

/** Samples of a query; their `t` is `at` without its fraction. */
export function sampleMatch(query: SeriesQuery): Document {
  return {
    ...(query.transactionKey === undefined ? {} : { transactionKey: query.transactionKey }),
    t: times(query.from ?? firstDate, query.to),
    ...atMatch(query),
    ...(query.stations === undefined ? {} : { "meta.station": { $in: query.stations } }),
    ...(query.measurands === undefined ? {} : { "meta.measurand": { $in: query.measurands } }),
  };
}

/** Transactions that began in the time asked for. */
export function transactionMatch(query: StatisticsQuery): Document {
  return {
    startedAt: { $gte: query.from ?? -Infinity, $lt: query.to ?? Infinity },
    ...(query.stations === undefined ? {} : { station: { $in: query.stations } }),
  };
}

/** Place of `at` among slices of equal width. */
export function placeOf(from: number, width: number): Document {
  return { $floor: { $divide: [{ $subtract: ["$at", from] }, width] } };
}

/** 1 for what holds all conditions, otherwise 0. */
export function one(...conditions: Document[]): Document {
  return { $cond: [{ $and: conditions }, 1, 0] };
}

function atMatch({ from, to }: StatisticsQuery): Document {
  if (from === undefined && to === undefined) return {};
  return {
    at: { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) },
  };
}

function times(from: number, to: number | undefined): Document {
  return { $gte: date(Math.floor(from)), ...(to === undefined ? {} : { $lte: date(Math.ceil(to)) }) };
}

function date(at: number): Date {
  return new Date(Math.min(lastDate, Math.max(firstDate, at)));
}
