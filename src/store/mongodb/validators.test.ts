import { Binary, MongoClient, ObjectId } from "mongodb";
import type { Collection, Db, Document } from "mongodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { documentCollectionNames } from "../collections/collections.ts";
import { collectionNames, collections } from "./collections.ts";
import { createCollections } from "./create-collections.ts";
import type {
  AnswerDocument,
  ConnectionDocument,
  FindingDocument,
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
const transaction: TransactionDocument = {
  _id: "CS-1#1",
  station: "CS-1",
  dialect: "1.6J",
  transactionId: null,
  evse: 1,
  connector: 1,
  idToken: null,
  startedAt: 0.5,
  endedAt: null,
  meterStart: 0,
  meterStop: null,
  stoppedReason: null,
  writer,
  changedAt: when,
};
const connection: ConnectionDocument = {
  _id: "1",
  station: "CS-1",
  connection: "CS-1/1",
  dialect: "1.6J",
  writer,
  openedAt: 0.5,
  closedAt: null,
  outcome: "open",
  code: null,
  frames: 0,
};
const run: RunDocument = {
  _id: "1",
  kind: "audit",
  target: "sandbox",
  dialect: "1.6J",
  station: "CS-1",
  writer,
  startedAt: 0.5,
  endedAt: null,
  verdict: null,
  summary: {},
  report: null,
  changedAt: when,
};
const finding: FindingDocument = {
  _id: "1/0",
  run: "1",
  place: 0,
  at: 0.5,
  case: "c",
  check: "c",
  verdict: "fail",
  requirement: "",
  text: "",
  expected: "",
  actual: "",
  frames: [],
};
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
const state: StateDocument = {
  _id: "CS-1",
  generation: 1,
  revision: 2,
  order: "1.2",
  keptAt: 0.5,
  state: "{}",
};
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
  findings: finding,
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
