import type { Document } from "mongodb";
import { isMeta, type Series } from "../knowledge.ts";
import { documents, fields, hasArray } from "../read.ts";
import { manual, type Rule, type Seen } from "../rule.ts";

const limits = `${manual}/core/timeseries/timeseries-limitations/#time-series-secondary-indexes`;
const secondary = `${manual}/core/timeseries/timeseries-secondary-index/`;

/** First index for a time-series collection that `breaks` the rule, by its name. */
function index(breaks: (index: Document, series: Series) => boolean): Rule["finds"] {
  return ({ name, command, series }: Seen) => {
    if (name !== "createIndexes" || series === undefined) return null;
    const bad = documents(command["indexes"]).find((each) => breaks(each, series));
    return bad === undefined ? null : `index ${bad["name"]}`;
  };
}

const ofType =
  (type: string) =>
  ({ key }: Document): boolean =>
    Object.values(key).includes(type);

/** Secondary indexes on time-series collections. */
export const indexRules: readonly Rule[] = [
  {
    id: "ts-unique-index",
    refused: "A time-series collection has no unique index.",
    page: limits,
    finds: index(({ unique }) => unique === true),
  },
  {
    id: "ts-text-index",
    refused: "A time-series collection has no text index.",
    page: limits,
    finds: index(ofType("text")),
  },
  {
    id: "ts-2d-index",
    refused: "A time-series collection has no 2d index; 2dsphere is allowed.",
    page: limits,
    finds: index(ofType("2d")),
  },
  {
    id: "ts-hashed-index",
    refused: "Hashed indexes are not among the kinds that the manual names for time-series collections.",
    page: secondary,
    finds: index(ofType("hashed")),
  },
  {
    id: "ts-wildcard-index",
    refused: "Wildcard indexes are not among the kinds that the manual names for time-series collections.",
    page: secondary,
    finds: index(({ key }) => Object.keys(key).some((path) => path === "$**" || path.endsWith(".$**"))),
  },
  {
    id: "ts-sparse-index",
    refused: "No sparse index on measurements; for the meta field the manual's pages contradict each other.",
    page: limits,
    finds: index(({ sparse }) => sparse === true),
  },
  {
    id: "ts-partial-index",
    refused: "Partial indexes on time-series collections came with 6.0.",
    page: secondary,
    from: "6.0",
    finds: index(({ partialFilterExpression }) => partialFilterExpression !== undefined),
  },
  {
    id: "ts-ttl-index",
    refused: "Before 6.3 documents expire by the collection's expireAfterSeconds only, not by an index.",
    page: secondary,
    from: "6.3",
    finds: index(({ expireAfterSeconds }) => expireAfterSeconds !== undefined),
  },
  {
    id: "ts-ttl-index-filter",
    refused: "An expiring index on a time-series collection needs a partial filter on the meta field alone.",
    page: "https://www.mongodb.com/docs/v7.0/core/timeseries/timeseries-secondary-index/",
    finds: index(({ expireAfterSeconds, partialFilterExpression }, series) => {
      if (expireAfterSeconds === undefined) return false;
      const asked = fields(partialFilterExpression);
      return asked.length === 0 || !asked.every((path) => isMeta(series, path));
    }),
  },
  {
    id: "ts-array-in-index",
    refused:
      "An index on a measurement field that holds arrays: multikey indexes are for the meta field only.",
    page: limits,
    finds: ({ name, command, series }) => {
      if (name !== "insert" || series === undefined) return null;
      for (const document of documents(command["documents"])) {
        const path = [...series.indexed].find((each) => hasArray(document, each));
        if (path !== undefined) return `an array in ${path}`;
      }
      return null;
    },
  },
];
