import type { Document } from "mongodb";

/** A command that breaks a rule, and a near one that does not. `series` is a time-series collection (t, meta), `plain` is not. */
export interface Sample {
  trips: Document;
  near: Document;
  /** Run against the database `admin`, or `local`. */
  database?: "admin" | "local";
  /** The near one runs against the ordinary database. */
  nearElsewhere?: boolean;
}

const at = new Date("2026-01-01T00:00:00Z");
const measured = { t: at, meta: { station: "A" } };

const index = (key: Document, options: Document = {}): Document => ({
  createIndexes: "series",
  indexes: [{ key, name: Object.keys(key).join("_"), ...options }],
});
const elsewhere = (command: Document): Document => {
  const [name = ""] = Object.keys(command);
  return { ...command, [name]: "plain" };
};
const update = (statement: Document): Document => ({
  update: "series",
  updates: [{ q: { "meta.station": "A" }, u: { $set: { "meta.place": 1 } }, multi: true, ...statement }],
});
const remove = (q: Document, limit = 0): Document => ({ delete: "series", deletes: [{ q, limit }] });
const insert = (document: Document): Document => ({ insert: "series", documents: [document] });
const create = (options: Document, timeseries: Document = {}): Document => ({
  create: `made${made++}`,
  timeseries: { timeField: "t", metaField: "meta", ...timeseries },
  ...options,
});
let made = 0;
const aggregate = (collection: string, ...pipeline: Document[]): Document => ({
  aggregate: collection,
  pipeline,
  cursor: {},
});
const find = (filter: Document): Document => ({ find: "series", filter });

export const samples: Record<string, Sample> = {
  "ts-unique-index": { trips: index({ a: 1 }, { unique: true }), near: index({ a: 1 }) },
  "ts-text-index": { trips: index({ raw: "text" }), near: elsewhere(index({ raw: "text" })) },
  "ts-2d-index": { trips: index({ place: "2d" }), near: index({ place: "2dsphere" }) },
  "ts-hashed-index": { trips: index({ "meta.station": "hashed" }), near: index({ "meta.station": 1 }) },
  "ts-wildcard-index": { trips: index({ "meta.$**": 1 }), near: elsewhere(index({ "$**": 1 })) },
  "ts-sparse-index": { trips: index({ b: 1 }, { sparse: true }), near: index({ b: 1 }, { sparse: false }) },
  "ts-partial-index": {
    trips: index({ c: 1 }, { partialFilterExpression: { c: { $gt: 1 } } }),
    near: index({ c: 1 }),
  },
  "ts-ttl-index": {
    trips: index({ t: 1 }, { expireAfterSeconds: 5, partialFilterExpression: { "meta.x": 1 } }),
    near: elsewhere(index({ t: 1 }, { expireAfterSeconds: 5 })),
  },
  "ts-ttl-index-filter": {
    trips: index({ t: 1 }, { expireAfterSeconds: 5, partialFilterExpression: { "meta.x": 1, action: 1 } }),
    near: index({ t: 1 }, { expireAfterSeconds: 5, partialFilterExpression: { "meta.x": 1 } }),
  },
  "ts-array-in-index": {
    trips: insert({ ...measured, issues: [{ code: "x" }] }),
    near: insert({ ...measured, issues: { code: "x" }, marks: ["a"] }),
  },
  "ts-update-filter": {
    trips: update({ q: { $and: [{ "meta.station": "A" }, { t: at }] } }),
    near: update({ q: { $or: [{ "meta.station": "A" }, { meta: { station: "B" } }] } }),
  },
  "ts-update-field": {
    trips: update({ u: { $set: { "meta.place": 1, latency: 5 } } }),
    near: update({ u: { $unset: { "meta.place": 1 } } }),
  },
  "ts-update-operators": { trips: update({ u: { meta: { station: "B" } } }), near: update({}) },
  "ts-update-one": { trips: update({ multi: false }), near: update({ multi: true }) },
  "ts-upsert": { trips: update({ upsert: true }), near: update({ upsert: false }) },
  "ts-delete-filter": { trips: remove({ t: at }), near: remove({ "meta.station": "Z" }) },
  "ts-delete-one": { trips: remove({ "meta.station": "Z" }, 1), near: remove({ "meta.station": "Z" }) },
  "ts-find-and-modify": {
    trips: { findAndModify: "series", query: { "meta.station": "Z" }, remove: true },
    near: { findAndModify: "plain", query: { a: 1 }, remove: true },
  },
  "ts-time-field": { trips: insert({ ...measured, t: at.getTime() }), near: insert({ ...measured, at: 1 }) },
  "ts-extended-time": {
    trips: insert({ ...measured, t: new Date("2038-01-19T03:14:07.001Z") }),
    near: insert({ ...measured, t: new Date("2038-01-19T03:14:07Z") }),
  },
  "ts-document-size": {
    trips: insert({ ...measured, raw: "x".repeat(4 * 1024 * 1024) }),
    near: insert({ ...measured, raw: "x".repeat(4 * 1024 * 1024 - 1024) }),
  },
  "ts-granularity": {
    trips: create({}, { granularity: "days" }),
    near: create({}, { granularity: "hours" }),
  },
  "ts-bucket-span": {
    trips: create({}, { bucketMaxSpanSeconds: 3600, bucketRoundingSeconds: 3600 }),
    near: create({}, { granularity: "seconds" }),
  },
  "ts-bucket-pair": {
    trips: create({}, { bucketMaxSpanSeconds: 3600 }),
    near: create({}, { bucketMaxSpanSeconds: 3600, bucketRoundingSeconds: 3600 }),
  },
  "ts-capped": { trips: create({ capped: true, size: 4096 }), near: create({ expireAfterSeconds: 60 }) },
  "ts-validator": {
    trips: create({ validator: { action: { $exists: true } } }),
    near: { create: "validated", validator: { action: { $exists: true } } },
  },
  "ts-pre-images": {
    trips: create({ changeStreamPreAndPostImages: { enabled: true } }),
    near: { create: "imaged", changeStreamPreAndPostImages: { enabled: true } },
  },
  "expire-without-series": {
    trips: { create: "expiring", expireAfterSeconds: 60 },
    near: create({ expireAfterSeconds: 60 }),
  },
  "ts-coll-mod": {
    trips: { collMod: "series", validator: { action: 1 } },
    near: { collMod: "series", expireAfterSeconds: 60 },
  },
  "ts-finer-granularity": {
    trips: { collMod: "series", timeseries: { granularity: "seconds" } },
    near: { collMod: "series", timeseries: { granularity: "hours" } },
  },
  "ts-rename": {
    trips: { renameCollection: "DB.series", to: "DB.other" },
    near: { renameCollection: "DB.plain", to: "DB.renamed" },
    database: "admin",
  },
  "ts-convert": {
    trips: { convertToCapped: "series", size: 4096 },
    near: { convertToCapped: "plain", size: 4096 },
  },
  "ts-change-stream": {
    trips: aggregate("series", { $changeStream: {} }),
    near: aggregate("plain", { $changeStream: {} }),
  },
  "ts-merge": {
    trips: aggregate("plain", { $merge: { into: "series" } }),
    near: aggregate("series", { $merge: { into: "merged" } }),
  },
  "ts-out": { trips: aggregate("plain", { $out: "series" }), near: aggregate("series", { $out: "output" }) },
  "ts-distinct": {
    trips: { distinct: "series", key: "meta.station" },
    near: { distinct: "plain", key: "a" },
  },
  "ts-count": { trips: { count: "series" }, near: { count: "plain" } },
  "ts-group-without-time": {
    trips: aggregate("series", { $match: { "meta.station": "A" } }, { $group: { _id: "$meta.station" } }),
    near: aggregate(
      "series",
      { $match: { "meta.station": "A", t: { $gte: at } } },
      { $group: { _id: null } },
    ),
  },
  "ts-id-without-time": { trips: find({ _id: 1 }), near: find({ _id: 1, t: { $gte: at } }) },
  "ts-near": {
    trips: find({ "meta.place": { $near: { $geometry: { type: "Point", coordinates: [0, 0] } } } }),
    near: find({ "meta.place": { $geoWithin: { $centerSphere: [[0, 0], 1] } } }),
  },
  "ts-text-search": { trips: find({ $text: { $search: "boot" } }), near: find({ raw: { $regex: "boot" } }) },
  "bucket-collection": {
    trips: aggregate("plain", {
      $lookup: { from: "system.buckets.series", pipeline: [{ $limit: 1 }], as: "x" },
    }),
    near: aggregate("plain", { $lookup: { from: "series", pipeline: [{ $limit: 1 }], as: "x" } }),
  },
  "update-sort": {
    trips: { update: "plain", updates: [{ q: { a: 1 }, u: { $set: { a: 1 } }, sort: { a: 1 } }] },
    near: { update: "plain", updates: [{ q: { a: 1 }, u: { $set: { sort: { a: 1 } } } }] },
  },
  "compound-wildcard-index": {
    trips: elsewhere(index({ a: 1, "p.$**": 1 })),
    near: elsewhere(index({ "p.$**": 1 })),
  },
  "server-side-javascript": {
    trips: { find: "plain", filter: { $where: "this.a" } },
    near: { find: "plain", filter: { $expr: "$a" } },
  },
  "internal-operator": {
    trips: aggregate("series", { $_internalInhibitOptimization: {} }),
    near: aggregate("series", { $match: { "meta.station": "A" } }),
  },
  "local-database": {
    trips: { find: "oplog.rs", limit: 1 },
    near: { find: "plain", limit: 1 },
    database: "local",
    nearElsewhere: true,
  },
  "feature-version": {
    trips: { getParameter: 1, featureCompatibilityVersion: 1 },
    near: { getParameter: 1, logLevel: 1 },
    database: "admin",
  },
  // Collections of ours that may be sharded: `transactions` by _id, `frames` by station and connection.
  "sharded-write-one": {
    trips: { update: "transactions", updates: [{ q: { station: "A" }, u: { $set: { evse: 1 } } }] },
    near: { delete: "frames", deletes: [{ q: { "meta.station": "A", "meta.connection": "x" }, limit: 1 }] },
  },
  "sharded-upsert": {
    trips: {
      update: "frames",
      updates: [{ q: { "meta.station": "A", _id: "x" }, u: { $set: { evse: 1 } }, upsert: true }],
    },
    near: {
      update: "transactions",
      updates: [{ q: { $and: [{ _id: { $eq: "x" } }] }, u: { $set: { evse: 1 } }, upsert: true }],
    },
  },
  "sharded-find-and-modify": {
    trips: { findAndModify: "transactions", query: { _id: { $gt: "x" } }, remove: true },
    near: { findAndModify: "transactions", query: { _id: "x" }, remove: true },
  },
  "sharded-unique-index": {
    trips: {
      createIndexes: "transactions",
      indexes: [{ key: { station: 1 }, name: "station", unique: true }],
    },
    near: { createIndexes: "writers", indexes: [{ key: { live: 1 }, name: "live", unique: true }] },
  },
};
