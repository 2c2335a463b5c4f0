import { recordKinds } from "../frames/frame.ts";
import type { FrameRecord } from "../frames/frame.ts";
import { rowMembers } from "./row-members.ts";
import type { Kind, Members } from "./row-members.ts";
import type { Batch, SampleRow } from "./store.ts";

/**
 * Throws TypeError unless every value of a batch is one that all homes can keep. Called before anything is written, so
 * that a broken batch leaves nothing behind where there are no transactions.
 */
export function checkBatch(batch: Batch): void {
  check("batch", [batch], wrongInBatch);
  check("frame", batch.frames, wrongInFrame);
  check("transaction", batch.transactions, wrongInTransaction);
  check("sample", batch.samples, wrongInSample);
  check("event", batch.events, wrongInEvent);
  check("connection", batch.connections, wrongInConnection);
}

function check<Row>(what: string, rows: readonly Row[], wrong: (row: Row) => keyof Row | null): void {
  for (const [place, row] of rows.entries()) {
    const member = wrong(row);
    if (member === null) continue;
    const value = shown(row[member]);
    throw new TypeError(`${what} ${place} of the batch has no proper "${String(member)}": ${value}`);
  }
}

function shown(value: unknown): string {
  return String(typeof value === "string" ? JSON.stringify(value) : value).slice(0, 100);
}

// Spelled out member by member, since this runs for every frame and sample: a table of checks takes four times as long.

function wrongInBatch(row: Batch): keyof Batch | null {
  if (!isName(row.writer)) return "writer";
  if (!Number.isSafeInteger(row.number) || row.number < 1) return "number";
  const lists = ["frames", "transactions", "samples", "events", "connections"] as const;
  return lists.find((list) => !Array.isArray(row[list])) ?? null;
}

function wrongInFrame(row: FrameRecord): keyof FrameRecord | null {
  if (!isFrameId(row.id)) return "id";
  if (!isName(row.writer)) return "writer";
  if (!isTime(row.at)) return "at";
  if (!isText(row.station)) return "station";
  if (!isText(row.connection)) return "connection";
  if (!isText(row.dialect)) return "dialect";
  if (row.direction !== "in" && row.direction !== "out") return "direction";
  if (!kinds.has(row.kind)) return "kind";
  if (!isTextOrNull(row.action)) return "action";
  if (!isTextOrNull(row.messageId)) return "messageId";
  if (!isText(row.raw)) return "raw";
  if (!Number.isSafeInteger(row.size)) return "size";
  if (!isTextOrNull(row.pair)) return "pair";
  if (!isNumberOrNull(row.latency)) return "latency";
  if (!isTextOrNull(row.error)) return "error";
  if (!Array.isArray(row.issues)) return "issues";
  if (!Array.isArray(row.marks)) return "marks";
  return null;
}

function wrongInSample(row: SampleRow): keyof SampleRow | null {
  if (!isTime(row.at)) return "at";
  if (!isText(row.station)) return "station";
  if (!Number.isSafeInteger(row.evse)) return "evse";
  if (!Number.isSafeInteger(row.connector)) return "connector";
  if (!isTextOrNull(row.transactionKey)) return "transactionKey";
  if (!isText(row.measurand)) return "measurand";
  if (!isTextOrNull(row.phase)) return "phase";
  if (!isTextOrNull(row.location)) return "location";
  if (!isText(row.unit)) return "unit";
  if (!isText(row.context)) return "context";
  if (!Number.isFinite(row.value)) return "value";
  return null;
}

/** Of rows that come now and then: by what their members hold. */
function wrongIn<Row extends object>(members: Members<Row>): (row: Row) => keyof Row | null {
  const checks = Object.entries<Kind>(members).map(([member, kind]) => ({ member, holds: checkOf(kind) }));
  return (row) => {
    const wrong = checks.find(({ member, holds }) => !holds(Reflect.get(row, member)));
    return wrong === undefined ? null : (wrong.member as keyof Row);
  };
}

function checkOf(kind: Kind): (value: unknown) => boolean {
  if (typeof kind !== "string") return (value) => kind.some((text) => text === value);
  return checks[kind];
}

const kinds = new Set<FrameRecord["kind"]>(recordKinds);
const isText = (value: unknown): boolean => typeof value === "string";
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === "string";
const isName = (value: unknown): boolean => typeof value === "string" && value !== "";
const isNumberOrNull = (value: unknown): boolean => value === null || Number.isFinite(value);
const isFrameId = (value: unknown): boolean =>
  typeof value === "string" && /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(value);
/** What a date can hold: beyond it, a home with dates would refuse what one with numbers takes. */
const isTime = (value: unknown): boolean => typeof value === "number" && Math.abs(value) <= 8.64e15;

const checks: { readonly [Each in Kind & string]: (value: unknown) => boolean } = {
  id: isName,
  name: isText,
  key: isName,
  text: isText,
  "text?": isTextOrNull,
  time: isTime,
  "time?": (value) => value === null || isTime(value),
  number: Number.isFinite,
  "number?": isNumberOrNull,
  whole: Number.isSafeInteger,
  json: () => true,
};

const wrongInTransaction = wrongIn(rowMembers.transactions);
const wrongInEvent = wrongIn(rowMembers.events);
const wrongInConnection = wrongIn(rowMembers.connections);
