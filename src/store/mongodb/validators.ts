import type { Document } from "mongodb";
import { rowMembers } from "../row-members.ts";
import type { Kind } from "../row-members.ts";

const json = ["object", "array", "string", "double", "int", "long", "bool", "null"];
/** As `packValue` makes it. */
const packed = [...json, "binData"];

/**
 * What the ordinary collections take, as MongoDB's JSON Schema. It keeps a foreign hand from breaking what we read later;
 * members we do not know are let through, so that an older process can write beside a newer one.
 */
export const validators = {
  frame_parts: schema({ _id: "string", text: "string", t: "date" }),
  answers: schema({
    _id: "string",
    answer: "string",
    kind: "string",
    latency: ["number", "null"],
    error: ["string", "null"],
    t: "date",
  }),
  transactions: schema({ ...typesOf(rowMembers.transactions), writer: "string", changedAt: "date" }),
  connections: schema(typesOf(rowMembers.connections)),
  runs: schema({ ...typesOf(rowMembers.runs), changedAt: "date" }),
  findings: schema({ ...typesOf(rowMembers.findings), place: "number" }),
  audit_log: schema(typesOf(rowMembers.history)),
  documents: schema({
    _id: "string",
    value: packed,
    owner: ["string", "null"],
    writer: "string",
    changedAt: "date",
  }),
  station_states: schema({
    _id: "string",
    generation: "number",
    revision: "number",
    order: "string",
    keptAt: "number",
    state: ["string", "binData"],
  }),
  last_heard: schema({ _id: "string", at: "number" }),
  writers: schema({ ...typesOf(rowMembers.writers), seenAt: "date", clockLag: "number" }),
};

/** The types of a row's members. */
function typesOf(members: Readonly<Record<string, Kind>>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(members).map(([member, kind]) => [kind === "id" ? "_id" : member, typeOf(kind)]),
  );
}

function typeOf(kind: Kind): string | string[] {
  switch (kind) {
    case "text?":
      return ["string", "null"];
    case "time":
    case "number":
    case "whole":
      return "number";
    case "time?":
    case "number?":
      return ["number", "null"];
    case "json":
      return packed;
    default:
      return "string";
  }
}

/** All members are required. */
function schema(members: Record<string, string | string[]>): Document {
  return {
    bsonType: "object",
    required: Object.keys(members),
    properties: Object.fromEntries(Object.entries(members).map(([name, bsonType]) => [name, { bsonType }])),
  };
}
