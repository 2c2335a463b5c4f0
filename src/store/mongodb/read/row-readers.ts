import type { Db, Document } from "mongodb";
import { defined } from "../../../defined.ts";
import { rowMembers } from "../../row-members.ts";
import type { Kind, Members } from "../../row-members.ts";
import type { Rows, Store } from "../../store.ts";
import { unpackValue } from "../value.ts";
import { between, oneOf } from "./frame-plan.ts";
import { createKeyedReader } from "./keyed.ts";
import type { Keyed } from "./keyed.ts";

const byId: Keyed<unknown, unknown>["order"] = [{ name: "_id", type: "string" }];
const byTime = (name: string): Keyed<unknown, unknown>["order"] => [{ name, type: "number" }, ...byId];

export type RowReaders = Pick<Store, "transactions" | "connections" | "findings" | "history"> & {
  runs: Pick<Store["runs"], "query" | "stream" | "get">;
};

export function createRowReaders(db: Db): RowReaders {
  return {
    transactions: createKeyedReader({
      collection: db.collection("transactions"),
      order: byTime("startedAt"),
      filter: ({ stations, transactionId, active, from, to }) =>
        stations?.length === 0
          ? null
          : defined({
              station: stations && oneOf(stations),
              transactionId,
              endedAt: active === undefined ? undefined : active ? null : { $gt: -Infinity },
              startedAt: between(from, to),
            }),
      toRow: rowReader(rowMembers.transactions),
    }),
    connections: createKeyedReader({
      collection: db.collection("connections"),
      order: byTime("openedAt"),
      filter: ({ stations, outcome, from, to }) =>
        stations?.length === 0
          ? null
          : defined({ station: stations && oneOf(stations), outcome, openedAt: between(from, to) }),
      toRow: rowReader(rowMembers.connections),
    }),
    runs: createReaderById(db, "runs", rowMembers.runs, ({ dialect, verdict }) =>
      defined({ dialect, verdict }),
    ),
    // Run by run, in the order of the report.
    findings: createKeyedReader({
      collection: db.collection("findings"),
      order: [
        { name: "run", type: "string" },
        { name: "place", type: "number" },
      ],
      filter: ({ run, case: id, verdict }) => defined({ run, case: id, verdict }),
      toRow: rowReader(rowMembers.findings),
    }),
    history: createReaderById(db, "audit_log", rowMembers.history, ({ collection, document, from, to }) =>
      defined({ collection, document, at: between(from, to) }),
    ),
  };
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
