import type { Db, Document } from "mongodb";
import { rowMembers } from "../../row-members.ts";
import type { Kind, Members } from "../../row-members.ts";
import type { ConnectionRow, FindingRow, HistoryRow, RunRow } from "../../rows.ts";
import type {
  ConnectionQuery,
  FindingQuery,
  HistoryQuery,
  Rows,
  RunQuery,
  TransactionQuery,
  TransactionRow,
} from "../../store.ts";
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
    filter: ({ stations, transactionId, active, from, to }) =>
      stations?.length === 0
        ? null
        : given({
            station: stations && oneOf(stations),
            transactionId,
            endedAt: active === undefined ? undefined : active ? null : { $gt: -Infinity },
            startedAt: between(from, to),
          }),
    toRow: rowReader(rowMembers.transactions),
  });
}

/** `connections`, by opening. */
export function createConnectionReader(db: Db): Rows<ConnectionRow, ConnectionQuery> {
  return createKeyedReader({
    collection: db.collection("connections"),
    order: byTime("openedAt"),
    filter: ({ stations, outcome, from, to }) =>
      stations?.length === 0
        ? null
        : given({ station: stations && oneOf(stations), outcome, openedAt: between(from, to) }),
    toRow: rowReader(rowMembers.connections),
  });
}

/** `runs`, by id. */
export function createRunReader(db: Db): ById<RunRow, RunQuery> {
  return createReaderById(db, "runs", rowMembers.runs, ({ dialect, verdict }) => given({ dialect, verdict }));
}

/** `findings`, run by run, in the order of the report. */
export function createFindingReader(db: Db): Rows<FindingRow, FindingQuery> {
  return createKeyedReader({
    collection: db.collection("findings"),
    order: [
      { name: "run", type: "string" },
      { name: "place", type: "number" },
    ],
    filter: ({ run, case: id, verdict }) => given({ run, case: id, verdict }),
    toRow: rowReader(rowMembers.findings),
  });
}

/** `audit_log`, by id. */
export function createHistoryReader(db: Db): ById<HistoryRow, HistoryQuery> {
  return createReaderById(db, "audit_log", rowMembers.history, ({ collection, document, from, to }) =>
    given({ collection, document, at: between(from, to) }),
  );
}

type ById<Row, Query> = Rows<Row, Query> & { get(id: string): Promise<Row | null> };

function createReaderById<Row, Query>(
  db: Db,
  name: string,
  members: Members<Row>,
  filter: (query: Query) => Document,
): ById<Row, Query> {
  const collection = db.collection<{ _id: string }>(name);
  const toRow = rowReader(members);
  return {
    ...createKeyedReader<Row, Query>({ collection: db.collection(name), order: byId, filter, toRow }),
    get: async (id) => {
      const document = await collection.findOne({ _id: id });
      return document === null ? null : toRow(document);
    },
  };
}

/** The conditions that are asked for. */
function given(conditions: Document): Document {
  return Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined));
}

/** Reads a document into its row: the id has another name there, and long values are packed. */
export function rowReader<Row>(members: Members<Row>): (document: Document) => Row {
  const entries = Object.entries<Kind>(members);
  return (document) => {
    const row = entries.map(([member, kind]) => {
      const value: unknown = document[kind === "id" ? "_id" : member] ?? null;
      return [member, kind === "json" ? (unpackValue(value) ?? null) : value];
    });
    return Object.fromEntries(row) as Row;
  };
}
