import { Binary, MongoClient, ObjectId } from "mongodb";
import type { Collection, Db, Document } from "mongodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { documentCollectionNames } from "../collections.ts";
import { connectionRow, findingRows, runRow, stateRow, transactionRow } from "../contract/samples.ts";
import { collectionNames, collections } from "./collections.ts";
import { createCollections } from "./create-collections.ts";
import { findingDocument } from "./runs.ts";
import type {
  AnswerDocument,
  ConnectionDocument,
  FramePartDocument,
  HistoryDocument,
  RunDocument,
  StateDocument,
  StoredDocument,
  TransactionDocument,
  WriterDocument,
} from "./shapes.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { sharedMongo } from "./testing/shared.ts";
import { packValue } from "./value.ts";

const refused = 121;
const when = new Date("2026-01-01T00:00:00Z");
const writer = "test/1";

const stored: StoredDocument = { _id: "a", value: { id: "a" }, owner: null, writer, changedAt: when };
const { key: transactionId, ...transactionMembers } = transactionRow({ key: "CS-1#1" });
const transaction: TransactionDocument = {
  _id: transactionId,
  ...transactionMembers,
  writer,
  changedAt: when,
};
const { key: connectionId, ...connectionMembers } = connectionRow({ key: "1" });
const connection: ConnectionDocument = { _id: connectionId, ...connectionMembers };
const { id: runId, ...runMembers } = runRow({ id: "1" });
const run: RunDocument = { _id: runId, ...runMembers, changedAt: when };
const findings = findingRows("1", [{}]).map(findingDocument);
const change: HistoryDocument = {
  _id: "1",
  at: 0.5,
  by: "api",
  writer,
  collection: "stations",
  document: "a",
  action: "created",
  before: null,
  after: {},
  difference: [],
};
const process: WriterDocument = {
  _id: writer,
  name: "test",
  host: "h",
  pid: 1,
  folder: "f",
  startedAt: 0.5,
  seenAt: when,
  endedAt: null,
  batch: 0,
  clockLag: 0,
};
const { station, ...stateMembers } = stateRow();
const state: StateDocument = { _id: station, ...stateMembers, order: "1.1" };
const part: FramePartDocument = { _id: "1/0", text: "", t: when };
const answer: AnswerDocument = {
  _id: "1",
  answer: "2",
  kind: "callResult",
  latency: null,
  error: null,
  t: when,
};

/** As the product writes them. */
const right: Record<string, Document> = {
  ...Object.fromEntries(documentCollectionNames.map((name) => [name, stored])),
  frame_parts: part,
  answers: answer,
  transactions: transaction,
  connections: connection,
  runs: run,
  findings: findings[0] ?? {},
  audit_log: change,
  station_states: state,
  last_heard: { _id: "CS-1", at: 0.5 },
  writers: process,
};
const ordinary = collectionNames.filter((name) => collections[name].timeSeries === undefined);

describeWithMongo("what the collections take", {}, () => {
  let client: MongoClient;
  let db: Db;
  beforeAll(async () => {
    const server = await sharedMongo();
    client = new MongoClient(server.uri);
    db = client.db(server.database());
    await createCollections(db, true);
  });
  afterAll(async () => {
    await client.close();
  });

  async function codeOf(collection: Collection<{ _id: unknown }>, document: Document): Promise<unknown> {
    await collection.deleteMany({});
    return await collection.insertOne(document as { _id: unknown }).then(
      () => "taken",
      (error: unknown) => (error as { code?: unknown }).code,
    );
  }

  it.each(ordinary)(
    "%s: a right document, not one that lacks a member or has one of another type",
    async (name) => {
      const collection = db.collection<{ _id: unknown }>(name);
      const document = right[name] ?? {};
      expect(await codeOf(collection, document)).toBe("taken");
      expect(await codeOf(collection, { ...document, later: new ObjectId() })).toBe("taken");
      expect(Object.keys(document).length).toBeGreaterThan(1);
      for (const member of Object.keys(document)) {
        const { [member]: _gone, ...without } = document;
        // Without an _id the driver makes one, of another type.
        expect([member, await codeOf(collection, without)]).toEqual([member, refused]);
        expect([member, await codeOf(collection, { ...document, [member]: new ObjectId() })]).toEqual([
          member,
          refused,
        ]);
      }
    },
  );

  it("any JSON value, or one that is packed, as the value of a document", async () => {
    const collection = db.collection<{ _id: unknown }>("stations");
    const values = [
      null,
      true,
      0,
      -1.5,
      2 ** 40,
      1e300,
      "",
      [],
      [1],
      {},
      { a: [null] },
      packValue({ "a.b": 1 }),
    ];
    expect(values.at(-1)).toBeInstanceOf(Binary);
    for (const value of values)
      expect([value, await codeOf(collection, { ...stored, value })]).toEqual([value, "taken"]);
    for (const value of [when, new ObjectId(), /x/])
      expect([value, await codeOf(collection, { ...stored, value })]).toEqual([value, refused]);
  });
});
