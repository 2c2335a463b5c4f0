import type { Document } from "mongodb";

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
  transactions: schema({
    _id: "string",
    station: "string",
    dialect: "string",
    transactionId: ["string", "null"],
    evse: "number",
    connector: "number",
    idToken: ["string", "null"],
    startedAt: "number",
    endedAt: ["number", "null"],
    meterStart: "number",
    meterStop: ["number", "null"],
    stoppedReason: ["string", "null"],
    writer: "string",
    changedAt: "date",
  }),
  connections: schema({
    _id: "string",
    station: "string",
    connection: "string",
    dialect: "string",
    writer: "string",
    openedAt: "number",
    closedAt: ["number", "null"],
    outcome: "string",
    code: ["string", "null"],
    frames: "number",
  }),
  runs: schema({
    _id: "string",
    kind: "string",
    target: "string",
    dialect: "string",
    station: "string",
    writer: "string",
    startedAt: "number",
    endedAt: ["number", "null"],
    verdict: ["string", "null"],
    summary: "object",
    report: packed,
    changedAt: "date",
  }),
  findings: schema({
    _id: "string",
    run: "string",
    place: "number",
    at: "number",
    case: "string",
    check: "string",
    verdict: "string",
    requirement: "string",
    text: "string",
    expected: "string",
    actual: "string",
    frames: "array",
  }),
  audit_log: schema({
    _id: "string",
    at: "number",
    by: "string",
    writer: "string",
    collection: "string",
    document: "string",
    action: "string",
    before: packed,
    after: packed,
    difference: ["array", "binData"],
  }),
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
  writers: schema({
    _id: "string",
    name: "string",
    host: "string",
    pid: "number",
    folder: "string",
    startedAt: "number",
    seenAt: "date",
    endedAt: ["number", "null"],
    batch: "number",
    clockLag: "number",
  }),
};

/** All members are required. */
function schema(members: Record<string, string | string[]>): Document {
  return {
    bsonType: "object",
    required: Object.keys(members),
    properties: Object.fromEntries(Object.entries(members).map(([name, bsonType]) => [name, { bsonType }])),
  };
}
