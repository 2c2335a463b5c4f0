import type { Db } from "mongodb";
import type { SeriesQuery, TimeSpan } from "../../statistics.ts";
import { aside, sampleMatch } from "./match.ts";

/** The times of the first and the last sample of a query; null without samples. */
export async function sampleExtent(db: Db, query: SeriesQuery): Promise<TimeSpan | null> {
  const pipeline = [
    { $match: sampleMatch(query) },
    { $group: { _id: null, from: { $min: "$at" }, to: { $max: "$at" } } },
  ];
  const [extent] = await db.collection("meter_samples").aggregate<TimeSpan>(pipeline, aside).toArray();
  return extent === undefined ? null : { from: extent.from, to: extent.to };
}
