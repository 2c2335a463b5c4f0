import type { Document } from "mongodb";
import { isDocument } from "../read.ts";
import { manual, type Rule } from "../rule.ts";

const limits = `${manual}/core/timeseries/timeseries-limitations`;
const granularity = `${manual}/core/timeseries/timeseries-granularity/`;
const steps = ["seconds", "minutes", "hours"];
const changeable = new Set(["expireAfterSeconds", "timeseries", "index"]);
/** What every command carries besides its own options. */
const common =
  /^(\$.*|lsid|txnNumber|writeConcern|comment|maxTimeMS|apiVersion|apiStrict|apiDeprecationErrors)$/;

/** Something in the command that creates a time-series collection. */
function created(says: (command: Document, timeseries: Document) => string | null): Rule["finds"] {
  return ({ name, command }) =>
    name === "create" && isDocument(command["timeseries"]) ? says(command, command["timeseries"]) : null;
}

/** Bucket options of create or collMod. */
function buckets(says: (timeseries: Document) => string | null): Rule["finds"] {
  return ({ name, command }) =>
    (name === "create" || name === "collMod") && isDocument(command["timeseries"])
      ? says(command["timeseries"])
      : null;
}

const given =
  (option: string) =>
  (command: Document): string | null =>
    command[option] === undefined || command[option] === false ? null : option;

/** Creating, changing and renaming time-series collections. */
export const optionRules: readonly Rule[] = [
  {
    id: "ts-granularity",
    refused: "Granularity is seconds, minutes or hours.",
    page: granularity,
    finds: buckets(({ granularity }) =>
      granularity === undefined || steps.includes(granularity) ? null : `granularity ${granularity}`,
    ),
  },
  {
    id: "ts-bucket-span",
    refused: "bucketMaxSpanSeconds and bucketRoundingSeconds came with 6.3.",
    page: "https://www.mongodb.com/docs/v7.0/core/timeseries/timeseries-granularity/",
    from: "6.3",
    finds: buckets((each) => given("bucketMaxSpanSeconds")(each) ?? given("bucketRoundingSeconds")(each)),
  },
  {
    id: "ts-bucket-pair",
    refused: "bucketMaxSpanSeconds and bucketRoundingSeconds are equal, and stand without a granularity.",
    page: "https://www.mongodb.com/docs/v7.0/core/timeseries/timeseries-granularity/",
    finds: buckets(({ bucketMaxSpanSeconds: span, bucketRoundingSeconds: rounding, granularity }) => {
      if (span === undefined && rounding === undefined) return null;
      if (span !== rounding) return `span ${span}, rounding ${rounding}`;
      return granularity === undefined ? null : "a granularity besides";
    }),
  },
  {
    id: "ts-capped",
    refused: "A time-series collection is not capped.",
    page: `${limits}/#capped-collections`,
    finds: created(given("capped")),
  },
  {
    id: "ts-validator",
    refused: "A time-series collection has no schema validation.",
    page: `${limits}/#unsupported-features`,
    finds: created(given("validator")),
  },
  {
    id: "ts-pre-images",
    refused: "A time-series collection has no change streams, so no images for them.",
    page: `${limits}/#unsupported-features`,
    finds: created((command) =>
      command["changeStreamPreAndPostImages"]?.enabled === true ? "changeStreamPreAndPostImages" : null,
    ),
  },
  {
    id: "expire-without-series",
    refused: "Only time-series and clustered collections expire as a whole; others need an expiring index.",
    page: `${manual}/reference/command/create/`,
    finds: ({ name, command }) =>
      name === "create" &&
      command["expireAfterSeconds"] !== undefined &&
      command["timeseries"] === undefined &&
      command["clusteredIndex"] === undefined
        ? "expireAfterSeconds"
        : null,
  },
  {
    id: "ts-coll-mod",
    refused: "Of a time-series collection only expiry, bucket parameters and indexes can be changed.",
    page: `${manual}/reference/command/collMod/`,
    finds: ({ name, command, series }) => {
      if (name !== "collMod" || series === undefined) return null;
      const other = Object.keys(command).find(
        (key) => key !== "collMod" && !common.test(key) && !changeable.has(key),
      );
      if (other !== undefined) return other;
      const { timeField, metaField } = command["timeseries"] ?? {};
      return timeField === undefined && metaField === undefined ? null : "time or meta field";
    },
  },
  {
    id: "ts-finer-granularity",
    refused: "The time span of buckets can be made longer, never shorter.",
    page: granularity,
    finds: ({ name, command, series }) => {
      const wanted: unknown = command["timeseries"]?.granularity;
      if (name !== "collMod" || series === undefined || typeof wanted !== "string") return null;
      return steps.indexOf(wanted) < steps.indexOf(series.granularity)
        ? `${series.granularity} to ${wanted}`
        : null;
    },
  },
  {
    id: "ts-rename",
    refused: "A time-series collection keeps its name.",
    page: `${limits}/#unsupported-features`,
    finds: ({ name, command, knowledge }) => {
      if (name !== "renameCollection") return null;
      for (const part of ["renameCollection", "to"]) {
        const [, database, collection] = /^([^.]*)\.(.*)$/s.exec(String(command[part])) ?? [];
        if (knowledge.series(database ?? "", collection ?? null) !== undefined) return String(command[part]);
      }
      return null;
    },
  },
  {
    id: "ts-convert",
    refused: "A time-series collection stays one: it is not converted, cloned as capped or re-indexed.",
    page: `${limits}/#modification-of-collection-type`,
    finds: ({ name, series }) =>
      series !== undefined && ["convertToCapped", "cloneCollectionAsCapped", "reIndex"].includes(name)
        ? name
        : null,
  },
];
