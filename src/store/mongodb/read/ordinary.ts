import type { Db, Document } from "mongodb";
import type { ConnectionRow, Difference, FindingRow, HistoryRow, RunRow } from "../../rows.ts";
import type {
  ConnectionQuery,
  FindingQuery,
  HistoryQuery,
  Rows,
  RunQuery,
  TransactionQuery,
  TransactionRow,
} from "../../store.ts";
import type {
  ConnectionDocument,
  FindingDocument,
  HistoryDocument,
  RunDocument,
  TransactionDocument,
} from "../shapes.ts";
import { unpackValue } from "../value.ts";
import { between, oneOf } from "./frame-plan.ts";
import { createKeyedReader } from "./keyed.ts";
import type { Keyed } from "./keyed.ts";

const byId: Keyed<unknown, unknown>["order"] = [{ name: "_id", type: "string" }];
const byTime = (name: string): Keyed<unknown, unknown>["order"] => [{ name, type: "number" }, ...byId];

/** `transactions`, by start. */
export function createTransactionReader(db: Db): Rows<TransactionRow, TransactionQuery> {
  return createKeyedReader({
    collection: db.collection("transactions"),
    order: byTime("startedAt"),
    filter: ({ stations, transactionId, active, from, to }: TransactionQuery) =>
      stations?.length === 0
        ? null
        : {
            ...(stations === undefined ? {} : { station: oneOf(stations) }),
            ...(transactionId === undefined ? {} : { transactionId }),
            ...(active === undefined ? {} : { endedAt: active ? null : { $gt: -Infinity } }),
            ...span("startedAt", from, to),
          },
    toRow: transactionRow,
  });
}

/** `connections`, by opening. */
export function createConnectionReader(db: Db): Rows<ConnectionRow, ConnectionQuery> {
  return createKeyedReader({
    collection: db.collection("connections"),
    order: byTime("openedAt"),
    filter: ({ stations, outcome, from, to }: ConnectionQuery) =>
      stations?.length === 0
        ? null
        : {
            ...(stations === undefined ? {} : { station: oneOf(stations) }),
            ...(outcome === undefined ? {} : { outcome }),
            ...span("openedAt", from, to),
          },
    toRow: connectionRow,
  });
}

/** `runs`, by id. */
export function createRunReader(
  db: Db,
): Rows<RunRow, RunQuery> & { get(id: string): Promise<RunRow | null> } {
  const collection = db.collection("runs");
  const rows = createKeyedReader({
    collection,
    order: byId,
    filter: ({ dialect, verdict }: RunQuery) => ({
      ...(dialect === undefined ? {} : { dialect }),
      ...(verdict === undefined ? {} : { verdict }),
    }),
    toRow: runRow,
  });
  return { ...rows, get: async (id) => rowOrNull(await collection.findOne(withId(id)), runRow) };
}

/** `findings`, run by run, in the order of the report. */
export function createFindingReader(db: Db): Rows<FindingRow, FindingQuery> {
  return createKeyedReader({
    collection: db.collection("findings"),
    order: [
      { name: "run", type: "string" },
      { name: "place", type: "number" },
    ],
    filter: ({ run, case: id, verdict }: FindingQuery) => ({
      ...(run === undefined ? {} : { run }),
      ...(id === undefined ? {} : { case: id }),
      ...(verdict === undefined ? {} : { verdict }),
    }),
    toRow: findingRow,
  });
}

/** `audit_log`, by id. */
export function createHistoryReader(
  db: Db,
): Rows<HistoryRow, HistoryQuery> & { get(id: string): Promise<HistoryRow | null> } {
  const collection = db.collection("audit_log");
  const rows = createKeyedReader({
    collection,
    order: byId,
    filter: ({ collection: name, document, from, to }: HistoryQuery) => ({
      ...(name === undefined ? {} : { collection: name }),
      ...(document === undefined ? {} : { document }),
      ...span("at", from, to),
    }),
    toRow: historyRow,
  });
  return { ...rows, get: async (id) => rowOrNull(await collection.findOne(withId(id)), historyRow) };
}

function span(name: string, from: number | undefined, to: number | undefined): Document {
  const time = between(from, to);
  return time === undefined ? {} : { [name]: time };
}

/** Ids are texts here, not the driver's ObjectIds. */
function withId(id: string): Document {
  return { _id: id };
}

function rowOrNull<Row>(document: Document | null, toRow: (document: Document) => Row): Row | null {
  return document === null ? null : toRow(document);
}

function transactionRow(document: Document): TransactionRow {
  const row = document as TransactionDocument;
  return {
    key: row._id,
    station: row.station,
    dialect: row.dialect,
    transactionId: row.transactionId ?? null,
    evse: row.evse,
    connector: row.connector,
    idToken: row.idToken ?? null,
    startedAt: row.startedAt,
    endedAt: row.endedAt ?? null,
    meterStart: row.meterStart,
    meterStop: row.meterStop ?? null,
    stoppedReason: row.stoppedReason ?? null,
  };
}

function connectionRow(document: Document): ConnectionRow {
  const row = document as ConnectionDocument;
  return {
    key: row._id,
    station: row.station,
    connection: row.connection,
    dialect: row.dialect,
    writer: row.writer,
    openedAt: row.openedAt,
    closedAt: row.closedAt ?? null,
    outcome: row.outcome,
    code: row.code ?? null,
    frames: row.frames,
  };
}

function runRow(document: Document): RunRow {
  const row = document as RunDocument;
  return {
    id: row._id,
    kind: row.kind,
    target: row.target,
    dialect: row.dialect,
    station: row.station,
    writer: row.writer,
    startedAt: row.startedAt,
    endedAt: row.endedAt ?? null,
    verdict: row.verdict ?? null,
    summary: row.summary,
    report: unpackValue(row.report) ?? null,
  };
}

function findingRow(document: Document): FindingRow {
  const {
    _id,
    run,
    at,
    case: id,
    check,
    verdict,
    requirement,
    text,
    expected,
    actual,
    frames,
  } = document as FindingDocument;
  return { id: _id, run, at, case: id, check, verdict, requirement, text, expected, actual, frames };
}

function historyRow(document: Document): HistoryRow {
  const row = document as HistoryDocument;
  return {
    id: row._id,
    at: row.at,
    by: row.by,
    writer: row.writer,
    collection: row.collection,
    document: row.document,
    action: row.action,
    before: unpackValue(row.before) ?? null,
    after: unpackValue(row.after) ?? null,
    difference: unpackValue(row.difference) as Difference[],
  };
}
