import { createHash } from "node:crypto";
import type { TransactionEventRow } from "../../rows.ts";
import type { SampleRow } from "../../store.ts";
import { seriesTime } from "../series-time.ts";
import type { SampleDocument, TransactionEventDocument } from "../shapes.ts";

const prefixes = new Map<string, string>();

/** What the ids of all samples and events of a batch begin with. They are ascending within a writer. */
export function batchPrefix(writer: string, number: number): string {
  let prefix = prefixes.get(writer);
  if (prefix === undefined) {
    // 72 bits, so that two writers never meet: the name itself would be the longest part of a sample.
    prefix = createHash("sha256").update(writer).digest("base64url").slice(0, 12);
    prefixes.set(writer, prefix);
  }
  return `${prefix}${base36(number, 8)}`;
}

/** The id of a sample or event, from its place in the batch. */
export function sampleId(prefix: string, place: number): string {
  return prefix + base36(place, 4);
}

export function sampleDocument(row: SampleRow, id: string): SampleDocument {
  const { station, evse, connector, measurand, phase, location, unit } = row;
  const document: SampleDocument = {
    _id: id,
    t: seriesTime(row.at),
    meta: { station, evse, connector, measurand, phase, location, unit },
    at: row.at,
    value: row.value,
    context: row.context,
  };
  if (row.transactionKey !== null) document.transactionKey = row.transactionKey;
  return document;
}

export function eventDocument(row: TransactionEventRow, id: string): TransactionEventDocument {
  const { at, station, dialect, transactionKey, phase, frame, evse, connector } = row;
  const document: TransactionEventDocument = {
    _id: id,
    t: seriesTime(at),
    meta: { station, transactionKey },
    at,
    dialect,
    phase,
    frame,
    evse,
    connector,
  };
  if (row.transactionId !== null) document.transactionId = row.transactionId;
  if (row.idToken !== null) document.idToken = row.idToken;
  if (row.meter !== null) document.meter = row.meter;
  if (row.stoppedReason !== null) document.stoppedReason = row.stoppedReason;
  return document;
}

function base36(value: number, width: number): string {
  return value.toString(36).padStart(width, "0");
}
