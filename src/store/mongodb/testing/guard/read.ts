import type { Document } from "mongodb";
import type { Seen } from "./rule.ts";

export interface Stage {
  name: string;
  body: unknown;
  /** Collection the stage reads, when it does not read another stage. */
  collection: string | null;
}

/** Whether a value is a plain document, not an array, a date or a BSON type. */
export function isDocument(value: unknown): value is Document {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function documents(value: unknown): Document[] {
  return Array.isArray(value) ? value.filter(isDocument) : [];
}

/** All stages of a command's pipelines, those inside $lookup, $unionWith and $facet too. */
export function stages({ command, collection }: Seen): Stage[] {
  return inPipeline(command["pipeline"], collection);
}

function inPipeline(pipeline: unknown, collection: string | null): Stage[] {
  return documents(pipeline).flatMap((stage) =>
    Object.entries(stage).flatMap(([name, body]) => [
      { name, body, collection },
      ...(isDocument(body) ? inner(name, body, collection) : []),
    ]),
  );
}

function inner(name: string, body: Document, collection: string | null): Stage[] {
  const other: unknown = body["from"] ?? body["coll"];
  const reads = typeof other === "string" ? other : null;
  if (name === "$lookup" || name === "$unionWith") return inPipeline(body["pipeline"], reads);
  if (name === "$facet") return Object.values(body).flatMap((each) => inPipeline(each, collection));
  return [];
}

const parts = ["pipeline", "filter", "query", "q", "u", "update", "projection", "fields", "sort", "let"];
const opaque = new Set(["$literal", "$jsonSchema", "$comment"]);

/** All operators of a command: keys that start with a dollar, outside of stored documents and literals. */
export function operators({ command }: Seen): Set<string> {
  const found = new Set<string>();
  const statements = [...documents(command["updates"]), ...documents(command["deletes"])];
  for (const holder of [command, ...statements]) for (const part of parts) collect(holder[part], found);
  return found;
}

function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) collect(each, found);
  else if (isDocument(value)) {
    for (const [key, each] of Object.entries(value)) {
      if (key.startsWith("$")) found.add(key);
      if (!opaque.has(key)) collect(each, found);
    }
  }
}

/** Fields that a filter speaks of, also within $and, $or and $nor; other operators by their own name. */
export function fields(filter: unknown): string[] {
  if (!isDocument(filter)) return [];
  return Object.entries(filter).flatMap(([key, value]) =>
    key === "$and" || key === "$or" || key === "$nor" ? documents(value).flatMap(fields) : [key],
  );
}

/** The filters by which a command reads its collection. */
export function filters(seen: Seen): Document[] {
  const { name, command } = seen;
  if (name === "find") return [isDocument(command["filter"]) ? command["filter"] : {}];
  if (name === "count" || name === "distinct") return [isDocument(command["query"]) ? command["query"] : {}];
  if (name !== "aggregate") return [];
  const leading: Document[] = [];
  for (const stage of documents(command["pipeline"])) {
    if (!isDocument(stage["$match"])) break;
    leading.push(stage["$match"]);
  }
  return leading.length === 0 ? [] : [{ $and: leading }];
}

/** The value at a path, and whether an array lies on the way or at its end. */
export function hasArray(document: Document, path: string): boolean {
  let value: unknown = document;
  for (const key of path.split(".")) {
    if (Array.isArray(value)) return true;
    value = isDocument(value) ? value[key] : undefined;
  }
  return Array.isArray(value);
}
