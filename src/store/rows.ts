import type { Dialect } from "../../protocol/dialect.ts";

/** What a message said of a transaction: it began, went on, or ended. Kept as it came, never changed. */
export interface TransactionEventRow {
  /** Epoch ms, as the message says. */
  at: number;
  station: string;
  dialect: Dialect;
  /** `key` of the transaction. */
  transactionKey: string;
  /** As on the wire; null where the message has none (a start of 1.6). */
  transactionId: string | null;
  phase: "started" | "updated" | "ended";
  /** The id of the request's frame: the proof. */
  frame: string;
  evse: number;
  connector: number;
  idToken: string | null;
  /** Register, Wh: at the start for `started`, at the end for `ended`, otherwise null. */
  meter: number | null;
  stoppedReason: string | null;
}

/** One attempt of a station to be connected. */
export interface ConnectionRow {
  /** The id of the record `opened` or `refused`: connection names begin anew with each process. */
  key: string;
  station: string;
  /** As in the frames. */
  connection: string;
  dialect: Dialect;
  writer: string;
  /** Epoch ms. */
  openedAt: number;
  /** Epoch ms; null while it is open, and for ever when the process ended without a word. */
  closedAt: number | null;
  outcome: "open" | "closed" | "refused";
  /** Close code or HTTP status, as text. */
  code: string | null;
  /** Frames in both directions so far; counted when it opens and when it ends. */
  frames: number;
}

/** One audit. */
export interface RunRow {
  /** A frame id's form, so that the order of ids is the order of time. */
  id: string;
  kind: "audit";
  /** The URL of the CSMS without secrets, or `sandbox`. */
  target: string;
  dialect: Dialect;
  station: string;
  writer: string;
  /** Epoch ms. */
  startedAt: number;
  /** Epoch ms; null while it runs. */
  endedAt: number | null;
  /** The worst verdict of its cases, in the words of the report; null while it runs. */
  verdict: string | null;
  /** Cases by verdict. */
  summary: { [verdict: string]: number };
  /** The whole report as in `report.json`; null while it runs. */
  report: unknown;
}

/** One check of a run that is not green. */
export interface FindingRow {
  /** The run's id, a stroke, and its place in the run from 0. */
  id: string;
  run: string;
  /** Epoch ms: of the end of the run. */
  at: number;
  /** The case it belongs to. */
  case: string;
  check: string;
  verdict: string;
  /** Requirement id; empty where there is none. */
  requirement: string;
  text: string;
  expected: string;
  actual: string;
  /** Ids of the frames that prove it. */
  frames: string[];
}

/** A small named document, as `documents` lists it. */
export interface DocumentRow {
  collection: string;
  id: string;
  value: unknown;
  /** `name` of the process that put it there last; null where nobody said. */
  owner: string | null;
}

/** One change of a document: who, when, and what. */
export interface HistoryRow {
  /** A frame id's form. */
  id: string;
  /** Epoch ms. */
  at: number;
  /** Who did it: `api`, `cli`, `config`, `demo`, `csms`, or a person's name where the client gave one. */
  by: string;
  writer: string;
  collection: string;
  /** The document's id. */
  document: string;
  action: "created" | "changed" | "removed" | "restored";
  /** Null: there was none. */
  before: unknown;
  /** Null: there is none any more. */
  after: unknown;
  /** What differs, member by member. */
  difference: Difference[];
}

export interface Difference {
  /** JSON pointer. */
  pointer: string;
  /** Absent: the member was not there. */
  before?: unknown;
  /** Absent: the member is not there any more. */
  after?: unknown;
}

/** A process that wrote here, and how far it came. */
export interface WriterRow {
  /** Of this process alone: every start of Stationmaster has a new one. */
  writer: string;
  /** What a person calls the process; the same over restarts (`server.name`). */
  name: string;
  host: string;
  pid: number;
  /** Of the data folder it runs on, so that a restart is told from a second process of the same name. */
  folder: string;
  /** Epoch ms. */
  startedAt: number;
  /** Epoch ms: when it last gave a sign of life. */
  seenAt: number;
  /** Epoch ms; null while it runs, or when it ended without a word. */
  endedAt: number | null;
  /** Number of its last batch that is here in full; 0 for none. */
  batch: number;
}
