import type {
  ConnectionRow,
  FindingRow,
  HistoryRow,
  RunRow,
  TransactionEventRow,
  WriterRow,
} from "./rows.ts";
import type { TransactionRow } from "./store.ts";

/**
 * What a member of a row holds; `?`: or null.
 * `id`: what the row is known by, not empty. `name`: text that stands in many rows; `key`: one that is not empty.
 * `time`: epoch ms. `whole`: a safe integer. `json`: any JSON value. A list: one of these texts.
 */
export type Kind =
  | "id"
  | "name"
  | "key"
  | "text"
  | "text?"
  | "time"
  | "time?"
  | "number"
  | "number?"
  | "whole"
  | "json"
  | readonly string[];

export type Members<Row> = { readonly [Member in keyof Row & string]: Kind };

export interface RowTypes {
  transactions: TransactionRow;
  events: TransactionEventRow;
  connections: ConnectionRow;
  runs: RunRow;
  findings: FindingRow;
  history: HistoryRow;
  writers: WriterRow;
}

/** Rows that are kept member by member: both homes check, keep and read them by this. */
export const rowMembers: { readonly [Name in keyof RowTypes]: Members<RowTypes[Name]> } = {
  transactions: {
    key: "id",
    station: "name",
    dialect: "name",
    transactionId: "text?",
    evse: "whole",
    connector: "whole",
    idToken: "text?",
    startedAt: "time",
    endedAt: "time?",
    meterStart: "number",
    meterStop: "number?",
    stoppedReason: "text?",
  },
  events: {
    at: "time",
    station: "name",
    dialect: "name",
    transactionKey: "key",
    transactionId: "text?",
    phase: ["started", "updated", "ended"],
    frame: "text",
    evse: "whole",
    connector: "whole",
    idToken: "text?",
    meter: "number?",
    stoppedReason: "text?",
  },
  connections: {
    key: "id",
    station: "name",
    connection: "name",
    dialect: "name",
    writer: "key",
    openedAt: "time",
    closedAt: "time?",
    outcome: ["open", "closed", "refused"],
    code: "text?",
    frames: "whole",
  },
  runs: {
    id: "id",
    kind: "text",
    target: "text",
    dialect: "text",
    station: "text",
    writer: "text",
    startedAt: "time",
    endedAt: "time?",
    verdict: "text?",
    summary: "json",
    report: "json",
  },
  findings: {
    id: "id",
    run: "text",
    at: "time",
    case: "text",
    check: "text",
    verdict: "text",
    requirement: "text",
    text: "text",
    expected: "text",
    actual: "text",
    frames: "json",
  },
  history: {
    id: "id",
    at: "time",
    by: "text",
    writer: "text",
    collection: "text",
    document: "text",
    action: "text",
    before: "json",
    after: "json",
    difference: "json",
  },
  writers: {
    writer: "id",
    name: "text",
    host: "text",
    pid: "whole",
    folder: "text",
    startedAt: "time",
    seenAt: "time",
    endedAt: "time?",
    batch: "whole",
  },
};
