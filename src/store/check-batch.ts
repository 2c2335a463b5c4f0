import type { FrameRecord } from "../journal/frame.ts";
import type { ConnectionRow, TransactionEventRow } from "./rows.ts";
import type { Batch, SampleRow, TransactionRow } from "./store.ts";

type Check = (value: unknown) => boolean;
/** One check per member, so that none can be forgotten. */
type Checks<Row> = { [Member in keyof Row]-?: Check };

const text: Check = (value) => typeof value === "string";
const textOrNull: Check = (value) => value === null || typeof value === "string";
const name: Check = (value) => typeof value === "string" && value !== "";
const number: Check = (value) => Number.isFinite(value);
const numberOrNull: Check = (value) => value === null || Number.isFinite(value);
const whole: Check = (value) => Number.isSafeInteger(value);
const list: Check = (value) => Array.isArray(value);
const frameId: Check = (value) => typeof value === "string" && /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/u.test(value);
/** What a date can hold: beyond it, a home with dates would refuse what one with numbers takes. */
const time: Check = (value) => typeof value === "number" && Math.abs(value) <= 8.64e15;
const timeOrNull: Check = (value) => value === null || time(value);

function oneOf<T extends string>(known: Record<T, true>): Check {
  const all = new Set<unknown>(Object.keys(known));
  return (value) => all.has(value);
}

const frameChecks: Checks<FrameRecord> = {
  id: frameId,
  writer: name,
  at: time,
  station: text,
  connection: text,
  dialect: text,
  direction: oneOf<FrameRecord["direction"]>({ in: true, out: true }),
  kind: oneOf<FrameRecord["kind"]>({
    call: true,
    callResult: true,
    callError: true,
    callResultError: true,
    send: true,
    fault: true,
    opened: true,
    closed: true,
    refused: true,
  }),
  action: textOrNull,
  messageId: textOrNull,
  raw: text,
  size: whole,
  pair: textOrNull,
  latency: numberOrNull,
  error: textOrNull,
  issues: list,
  marks: list,
};

const transactionChecks: Checks<TransactionRow> = {
  key: name,
  station: text,
  dialect: text,
  transactionId: textOrNull,
  evse: whole,
  connector: whole,
  idToken: textOrNull,
  startedAt: time,
  endedAt: timeOrNull,
  meterStart: number,
  meterStop: numberOrNull,
  stoppedReason: textOrNull,
};

const sampleChecks: Checks<SampleRow> = {
  at: time,
  station: text,
  evse: whole,
  connector: whole,
  transactionKey: textOrNull,
  measurand: text,
  phase: textOrNull,
  location: textOrNull,
  unit: text,
  context: text,
  value: number,
};

const eventChecks: Checks<TransactionEventRow> = {
  at: time,
  station: text,
  dialect: text,
  transactionKey: name,
  transactionId: textOrNull,
  phase: oneOf<TransactionEventRow["phase"]>({ started: true, updated: true, ended: true }),
  frame: text,
  evse: whole,
  connector: whole,
  idToken: textOrNull,
  meter: numberOrNull,
  stoppedReason: textOrNull,
};

const connectionChecks: Checks<ConnectionRow> = {
  key: name,
  station: text,
  connection: text,
  dialect: text,
  writer: name,
  openedAt: time,
  closedAt: timeOrNull,
  outcome: oneOf<ConnectionRow["outcome"]>({ open: true, closed: true, refused: true }),
  code: textOrNull,
  frames: whole,
};

const batchChecks: Checks<Batch> = {
  writer: name,
  number: (value) => whole(value) && Number(value) >= 1,
  frames: list,
  transactions: list,
  samples: list,
  events: list,
  connections: list,
};

/**
 * Throws TypeError unless every value of a batch is one that all homes can keep. Called before anything is written, so
 * that a broken batch leaves nothing behind where there are no transactions.
 */
export function checkBatch(batch: Batch): void {
  checkAll("batch", [batch], batchChecks);
  checkAll("frame", batch.frames, frameChecks);
  checkAll("transaction", batch.transactions, transactionChecks);
  checkAll("sample", batch.samples, sampleChecks);
  checkAll("event", batch.events, eventChecks);
  checkAll("connection", batch.connections, connectionChecks);
}

function checkAll<Row extends object>(what: string, rows: readonly Row[], checks: Checks<Row>): void {
  if (rows.length === 0) return;
  // Member by member, not row by row: the same kind of value at the same place stays fast.
  for (const member in checks) {
    const check = checks[member];
    for (const [place, row] of rows.entries())
      if (!check(row[member]))
        throw new TypeError(`${what} ${place} of the batch has no proper "${member}": ${shown(row[member])}`);
  }
}

function shown(value: unknown): string {
  return String(typeof value === "string" ? JSON.stringify(value) : value).slice(0, 100);
}
