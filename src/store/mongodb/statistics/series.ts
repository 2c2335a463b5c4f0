import type { Db, Document } from "mongodb";
import { bySeries, withoutNoise } from "../../statistics-rows.ts";
import type { SampleSeries, SeriesPoint, SeriesQuery, TimeSpan } from "../../statistics.ts";
import type { SampleDocument } from "../shapes.ts";
import { aside, placeOf, sampleMatch } from "./match.ts";

export async function series(db: Db, query: SeriesQuery, points: number): Promise<SampleSeries[]> {
  const span = await spanOf(db, query);
  if (span === null) return [];
  const width = (span.to - span.from) / points;
  const place: Document | number = width > 0 ? { $min: [points - 1, placeOf(span.from, width)] } : 0;
  const pipeline = [
    { $match: sampleMatch(query) },
    {
      $group: {
        _id: { series: "$meta", place },
        at: { $min: "$at" },
        min: { $min: "$value" },
        max: { $max: "$value" },
        mean: { $avg: "$value" },
        count: { $sum: 1 },
      },
    },
    { $sort: { "_id.place": 1 } },
  ];
  const groups = db
    .collection("meter_samples")
    .aggregate<SeriesPoint & { _id: { series: SampleDocument["meta"] } }>(pipeline, aside);
  const lines = new Map<string, SampleSeries>();
  for await (const { _id, at, min, max, mean, count } of groups) {
    const { station, evse, connector, measurand, phase, location, unit } = _id.series;
    const key = JSON.stringify([station, evse, connector, measurand, phase, location, unit]);
    let line = lines.get(key);
    if (line === undefined)
      lines.set(key, (line = { station, evse, connector, measurand, phase, location, unit, points: [] }));
    line.points.push({ at, min, max, mean: withoutNoise(mean), count });
  }
  return [...lines.values()].sort(bySeries);
}

/** From where to where the slices go: from the first sample to the last, unless the query says; null without samples. */
async function spanOf(db: Db, query: SeriesQuery): Promise<TimeSpan | null> {
  const { from, to } = query;
  if (from !== undefined && to !== undefined) return { from, to };
  const pipeline = [
    { $match: sampleMatch(query) },
    { $group: { _id: null, from: { $min: "$at" }, to: { $max: "$at" } } },
  ];
  const [extent] = await db.collection("meter_samples").aggregate<TimeSpan>(pipeline, aside).toArray();
  return extent === undefined ? null : { from: from ?? extent.from, to: to ?? extent.to };
}
