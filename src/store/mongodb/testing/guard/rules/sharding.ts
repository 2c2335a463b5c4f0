import type { Document } from "mongodb";
import { collections } from "../../../collections.ts";
import { documents, isDocument } from "../read.ts";
import { manual, type Rule, type Seen } from "../rule.ts";

const page = `${manual}/core/sharded-cluster-requirements/`;
const shardKeys = new Map(Object.entries(collections).map(([name, { shardKey }]) => [name, shardKey]));

/** Fields of the key by which a collection of ours may be sharded; null when it never is. */
function shardKey({ collection }: Seen): string[] | null {
  const key = collection === null ? undefined : shardKeys.get(collection);
  return key === undefined || key === null ? null : Object.keys(key);
}

/** Fields that a filter wants to be equal to one value, also within $and. */
function equalities(filter: unknown): string[] {
  if (!isDocument(filter)) return [];
  return Object.entries(filter).flatMap(([key, value]) => {
    if (key === "$and") return documents(value).flatMap(equalities);
    if (key.startsWith("$") || value instanceof RegExp) return [];
    const operators = isDocument(value) ? Object.keys(value).filter((name) => name.startsWith("$")) : [];
    return operators.length === 0 || operators.includes("$eq") ? [key] : [];
  });
}

/** First field of the shard key that a filter leaves open. */
function open(filter: unknown, key: readonly string[]): string | undefined {
  const equal = equalities(filter);
  return key.find((field) => !equal.includes(field));
}

/** First statement of an update or delete on a collection that may be sharded about which `says` has something to say. */
function statement(says: (statement: Document, key: string[], name: string) => string | null): Rule["finds"] {
  return (seen) => {
    const key = shardKey(seen);
    if (key === null) return null;
    const list = [...documents(seen.command["updates"]), ...documents(seen.command["deletes"])];
    for (const each of list) {
      const text = says(each, key, seen.name);
      if (text !== null) return text;
    }
    return null;
  };
}

/** Writes to collections that may be sharded (`collections.ts`), by other things than their keys. */
export const shardingRules: readonly Rule[] = [
  {
    id: "sharded-write-one",
    refused: "On a sharded cluster an update or delete of one document names its _id or its whole shard key.",
    page,
    finds: statement(({ q, multi, limit, upsert }, key, name) => {
      const one = name === "update" ? multi !== true : Number(limit) === 1;
      if (!one || upsert === true || equalities(q).includes("_id")) return null;
      const field = open(q, key);
      return field === undefined ? null : `one document, without _id or ${field}`;
    }),
  },
  {
    id: "sharded-upsert",
    refused: "On a sharded cluster an upsert names the whole shard key.",
    page: `${manual}/reference/method/db.collection.updateOne/#upsert-on-a-sharded-collection`,
    finds: statement(({ q, upsert }, key) => {
      const field = upsert === true ? open(q, key) : undefined;
      return field === undefined ? null : `upsert without ${field}`;
    }),
  },
  {
    id: "sharded-find-and-modify",
    refused: "On a sharded cluster findAndModify names the whole shard key.",
    page,
    finds: (seen) => {
      const key = shardKey(seen);
      if (key === null || seen.name !== "findAndModify") return null;
      const field = open(seen.command["query"], key);
      return field === undefined ? null : `a query without ${field}`;
    },
  },
  {
    id: "sharded-unique-index",
    refused: "On a sharded cluster a unique index begins with the whole shard key.",
    page,
    finds: (seen) => {
      const key = shardKey(seen);
      if (key === null || seen.name !== "createIndexes") return null;
      const unique = documents(seen.command["indexes"]).find((index) => {
        const fields = isDocument(index["key"]) ? Object.keys(index["key"]) : [];
        return index["unique"] === true && key.some((field, place) => fields[place] !== field);
      });
      return unique === undefined ? null : `unique index ${String(unique["name"])}`;
    },
  },
];
