import type { Document } from "mongodb";
import { documentCollections } from "../collections.ts";
import type { DocumentCollectionName } from "../collections.ts";
import { validators } from "./validators.ts";

/** For how long what is recorded stays. */
export type Expiring = "frames" | "samples" | "events";

export interface CollectionIndex {
  name: string;
  key: Record<string, 1 | -1>;
  unique?: true;
  sparse?: true;
  /** Entries go when the date of the (only) field is older than the collection's `expires`. */
  expiring?: true;
}

export interface CollectionDefinition {
  /** What it keeps, for people. */
  text: string;
  /** Time field `t`, meta field `meta`. Why which granularity: docs/mongodb.md. */
  timeSeries?: { granularity: "seconds" | "minutes" | "hours" };
  expires?: Expiring;
  indexes: CollectionIndex[];
  /** JSON Schema; MongoDB has none for what is a time series. */
  validator?: Document;
  /** Null: small, stays whole on one shard. Why which key: docs/mongodb.md. */
  shardKey: Record<string, 1 | "hashed"> | null;
}

export type CollectionName = keyof typeof recorded | DocumentCollectionName;

/** For whoever has to ask for changes, where the server does not tell them. */
const by_change: CollectionIndex = { name: "by_change", key: { changedAt: 1 } };

const recorded = {
  frames: {
    text: "every frame that crossed the wire",
    timeSeries: { granularity: "seconds" },
    expires: "frames",
    indexes: [
      { name: "by_time", key: { t: 1 } },
      { name: "by_station", key: { "meta.station": 1, t: 1 } },
      { name: "by_connection", key: { "meta.connection": 1, t: 1 } },
    ],
    shardKey: { "meta.station": 1, "meta.connection": 1 },
  },
  frame_parts: {
    text: "texts of frames too long for one document",
    expires: "frames",
    indexes: [{ name: "expiry", key: { t: 1 }, expiring: true }],
    validator: validators.frame_parts,
    shardKey: { _id: "hashed" },
  },
  answers: {
    text: "answers to requests of an earlier batch",
    expires: "frames",
    indexes: [{ name: "expiry", key: { t: 1 }, expiring: true }],
    validator: validators.answers,
    shardKey: { _id: "hashed" },
  },
  meter_samples: {
    text: "every meter sample",
    timeSeries: { granularity: "minutes" },
    expires: "samples",
    indexes: [
      { name: "by_time", key: { t: 1 } },
      { name: "by_station", key: { "meta.station": 1, t: 1 } },
      { name: "by_transaction", key: { transactionKey: 1, t: 1 } },
    ],
    shardKey: { "meta.station": 1, "meta.evse": 1, "meta.measurand": 1 },
  },
  transaction_events: {
    text: "what messages said of transactions",
    timeSeries: { granularity: "minutes" },
    expires: "events",
    indexes: [
      { name: "by_time", key: { t: 1 } },
      { name: "by_station", key: { "meta.station": 1, t: 1 } },
      { name: "by_transaction", key: { "meta.transactionKey": 1, t: 1 } },
    ],
    shardKey: { "meta.station": 1, "meta.transactionKey": 1 },
  },
  transactions: {
    text: "transactions",
    indexes: [
      { name: "by_start", key: { startedAt: 1, _id: 1 } },
      { name: "by_station", key: { station: 1, startedAt: 1, _id: 1 } },
      { name: "by_transaction_id", key: { transactionId: 1, startedAt: 1, _id: 1 } },
      { name: "by_end", key: { endedAt: 1, startedAt: 1, _id: 1 } },
      by_change,
    ],
    validator: validators.transactions,
    shardKey: { _id: "hashed" },
  },
  connections: {
    text: "attempts of stations to be connected",
    indexes: [
      { name: "by_opening", key: { openedAt: 1, _id: 1 } },
      { name: "by_station", key: { station: 1, openedAt: 1, _id: 1 } },
      { name: "by_outcome", key: { outcome: 1, openedAt: 1, _id: 1 } },
    ],
    validator: validators.connections,
    shardKey: { _id: "hashed" },
  },
  runs: {
    text: "audits",
    indexes: [
      { name: "by_dialect", key: { dialect: 1, _id: 1 } },
      { name: "by_verdict", key: { verdict: 1, _id: 1 } },
      by_change,
    ],
    validator: validators.runs,
    shardKey: null,
  },
  findings: {
    text: "what audits found",
    indexes: [
      { name: "by_run", key: { run: 1, place: 1 } },
      { name: "by_case", key: { case: 1, run: 1, place: 1 } },
      { name: "by_verdict", key: { verdict: 1, run: 1, place: 1 } },
    ],
    validator: validators.findings,
    shardKey: null,
  },
  audit_log: {
    text: "changes of documents",
    indexes: [
      { name: "by_document", key: { collection: 1, document: 1, _id: 1 } },
      { name: "by_document_alone", key: { document: 1, _id: 1 } },
      { name: "by_time", key: { at: 1, _id: 1 } },
      { name: "by_pending", key: { pending: 1 }, sparse: true },
    ],
    validator: validators.audit_log,
    shardKey: null,
  },
  station_states: {
    text: "what stations know",
    indexes: [],
    validator: validators.station_states,
    shardKey: { _id: "hashed" },
  },
  last_heard: {
    text: "when stations were last heard of, to the minute",
    indexes: [{ name: "by_time", key: { at: 1, _id: 1 } }],
    validator: validators.last_heard,
    shardKey: null,
  },
  writers: {
    text: "processes that wrote here",
    indexes: [
      { name: "one_live", key: { live: 1 }, unique: true, sparse: true },
      { name: "by_start", key: { startedAt: 1, _id: 1 } },
      { name: "by_clock_lag", key: { clockLag: 1 } },
    ],
    validator: validators.writers,
    shardKey: null,
  },
} as const satisfies Record<string, CollectionDefinition>;

/** Small: they stay whole on one shard. */
const documents = Object.fromEntries(
  documentCollections.map(({ name, text, followed }): [string, CollectionDefinition] => [
    name,
    { text, indexes: followed ? [by_change] : [], validator: validators.documents, shardKey: null },
  ]),
) as Record<DocumentCollectionName, CollectionDefinition>;

/** All collections but `schema_versions`, which the migrations keep for themselves. */
export const collections: Readonly<Record<CollectionName, CollectionDefinition>> = {
  ...recorded,
  ...documents,
};

export const collectionNames = Object.keys(collections) as CollectionName[];

/** Where the migrations keep what they did. */
export const schemaVersions = "schema_versions";

/** The same for an ordinary collection in the place of a time series: the date index becomes the one that expires. */
export function ordinaryIndexes(definition: CollectionDefinition): CollectionIndex[] {
  if (definition.timeSeries === undefined) return definition.indexes;
  return definition.indexes.map((index) =>
    Object.keys(index.key).join() === "t" ? { ...index, expiring: true } : index,
  );
}
