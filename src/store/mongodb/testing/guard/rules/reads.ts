import { fields, filters, isDocument, operators, stages } from "../read.ts";
import { manual, type Rule, type Seen } from "../rule.ts";

const limits = `${manual}/core/timeseries/timeseries-limitations`;

/** Where $out or $merge writes to. */
function target(
  body: unknown,
  key: "into" | "coll",
  seen: Seen,
): [database: string, collection: string] | null {
  if (typeof body === "string") return [seen.database, body];
  if (!isDocument(body)) return null;
  const into: unknown = body[key];
  if (typeof into === "string") return [String(body["db"] ?? seen.database), into];
  return isDocument(into) ? [String(into["db"] ?? seen.database), String(into["coll"])] : null;
}

function writesInto(stage: "$out" | "$merge"): Rule["finds"] {
  return (seen) => {
    for (const { name, body } of stages(seen)) {
      if (name !== stage) continue;
      const to = target(body, stage === "$out" ? "coll" : "into", seen);
      if (to !== null && seen.knowledge.series(...to) !== undefined) return `${stage} into ${to.join(".")}`;
      if (stage === "$out" && isDocument(body) && body["timeseries"] !== undefined)
        return "$out with timeseries";
    }
    return null;
  };
}

const uses =
  (...names: string[]): Rule["finds"] =>
  (seen) => {
    if (seen.series === undefined) return null;
    const found = operators(seen);
    return names.find((name) => found.has(name)) ?? null;
  };

/** Reading time-series collections, and writing them from pipelines. */
export const readRules: readonly Rule[] = [
  {
    id: "ts-change-stream",
    refused: "A time-series collection has no change streams.",
    page: `${limits}/#unsupported-features`,
    finds: (seen) =>
      seen.series !== undefined && stages(seen).some(({ name }) => name === "$changeStream")
        ? "a watch"
        : null,
  },
  {
    id: "ts-merge",
    refused: "$merge does not write into a time-series collection.",
    page: `${limits}/#aggregation--out-and--merge`,
    finds: writesInto("$merge"),
  },
  {
    id: "ts-out",
    refused: "$out writes into a time-series collection from 7.0.3 on.",
    page: `${limits}/#aggregation--out-and--merge`,
    from: "7.0.3",
    finds: writesInto("$out"),
  },
  {
    id: "ts-distinct",
    refused: "distinct does not use indexes of a time-series collection: $group instead.",
    page: `${limits}/#distinct-command`,
    finds: ({ name, series, command }) =>
      name === "distinct" && series !== undefined ? `distinct ${command["key"]}` : null,
  },
  {
    id: "ts-id-without-time",
    refused:
      "A time-series collection has no index on _id: without a bound on the time field it is read whole.",
    page: `${manual}/core/timeseries/timeseries-best-practices/`,
    finds: (seen) => {
      const { series } = seen;
      if (series === undefined) return null;
      const asked = filters(seen).flatMap(fields);
      return asked.includes("_id") && !asked.includes(series.timeField) ? "_id without a time bound" : null;
    },
  },
  {
    id: "ts-near",
    refused: "On time-series collections only $geoNear sorts by distance, not $near or $nearSphere.",
    page: "https://www.mongodb.com/docs/v8.0/core/timeseries/timeseries-limitations/#geospatial-queries",
    finds: uses("$near", "$nearSphere"),
  },
  {
    id: "ts-text-search",
    refused: "$text needs a text index, which a time-series collection cannot have.",
    page: `${limits}/#time-series-secondary-indexes`,
    finds: uses("$text", "$search"),
  },
  {
    id: "bucket-collection",
    refused: "The collection behind a time-series collection is MongoDB's own affair.",
    page: `${manual}/core/timeseries-collections/#behavior`,
    finds: (seen) => {
      const named = [seen.collection, ...stages(seen).map(({ collection }) => collection)];
      return named.find((name) => name?.startsWith("system.buckets.")) ?? null;
    },
  },
];
