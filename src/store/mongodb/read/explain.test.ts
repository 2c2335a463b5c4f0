import { afterAll, beforeAll, expect, it } from "vitest";
import { rounds, seedOf } from "../../../../testdata/rounds.ts";
import { FrameIdSequence } from "../../../frames/frame-id.ts";
import { frameMaker, listOf, sampleRow } from "../../contract/samples.ts";
import type {
  ConnectionQuery,
  FindingQuery,
  FrameQuery,
  HistoryQuery,
  Rows,
  RunQuery,
  SampleQuery,
  TransactionEventQuery,
  TransactionQuery,
} from "../../store.ts";
import { describeWithMongo } from "../testing/describe.ts";
import { sharedMongo } from "../testing/shared.ts";
import { createReader } from "./reader.ts";
import type { Reader } from "./reader.ts";
import { Known } from "./known-state.ts";
import { insertFrames, insertSamples, openTestHome } from "./testing/fill.ts";
import type { TestHome } from "./testing/fill.ts";
import { objection, questionsOf } from "./testing/plans.ts";
import type { Judge } from "./testing/plans.ts";

const timeSeries = ["frames", "meter_samples", "transaction_events"];
const start = Date.now() - 10_000;
const id = new FrameIdSequence().next(start + 5);

/** A value, or several that are asked differently, for every member: the compiler sees to it that none is forgotten. */
type Values<Query> = { [Name in keyof Required<Query>]: Required<Query>[Name][] };

const frameValues: Values<FrameQuery> = {
  stations: [["CS-1"], ["CS-1", "CS-2"]],
  actions: [["Heartbeat"], ["Heartbeat", "Authorize"]],
  direction: ["in"],
  kinds: [["call", "callError"]],
  connection: ["CS-1/1"],
  messageId: ["m1"],
  errors: [true],
  from: [start],
  to: [start + 1000],
  text: ["heart", "größe"],
  after: [id],
};
const sampleValues: Values<SampleQuery> = {
  stations: [["CS-1"], ["CS-1", "CS-2"]],
  transactionKey: ["CS-1#1"],
  measurands: [["Voltage"], ["Voltage", "Power.Active.Import"]],
  from: [start],
  to: [start + 1000],
};
const eventValues: Values<TransactionEventQuery> = {
  stations: [["CS-1"], ["CS-1", "CS-2"]],
  transactionKey: ["CS-1#1"],
  from: [start],
  to: [start + 1000],
};
const transactionValues: Values<TransactionQuery> = {
  stations: [["CS-1"], ["CS-1", "CS-2"]],
  transactionId: ["7"],
  active: [true, false],
  from: [start],
  to: [start + 1000],
};
const connectionValues: Values<ConnectionQuery> = {
  stations: [["CS-1"], ["CS-1", "CS-2"]],
  outcome: ["open"],
  from: [start],
  to: [start + 1000],
};
const runValues: Values<RunQuery> = { dialect: ["1.6J"], verdict: ["pass"] };
const findingValues: Values<FindingQuery> = { run: [id], case: ["TC_1"], verdict: ["fail"] };
const historyValues: Values<HistoryQuery> = {
  collection: ["stations"],
  document: ["CS-1"],
  from: [start],
  to: [start + 1000],
};

/** No member, each one, and pairs: every fourth in `make test`. */
function queriesOf<Query extends object>(values: Values<Query>): Query[] {
  const singles = Object.entries(values).flatMap(([name, some]) =>
    (some as unknown[]).map((value) => ({ [name]: value })),
  );
  const pairs = singles.flatMap((one, i) =>
    singles
      .slice(i + 1)
      .filter((other) => Object.keys(other)[0] !== Object.keys(one)[0])
      .map((other) => ({ ...one, ...other })),
  );
  const asked = pairs.filter((_, place) => (place + seedOf(1)) % rounds(4, 1) === 0);
  return [{}, ...singles, ...asked] as Query[];
}

async function ask<Row, Query>(rows: Rows<Row, Query>, query: Query): Promise<void> {
  for (const order of ["newest", "oldest"] as const) {
    const page = await rows.query(query, { limit: 1, order });
    if (page.next !== null) await rows.query(query, { limit: 1, order, cursor: page.next });
  }
  await listOf(rows.stream(query));
}

describeWithMongo("what the reader asks", {}, () => {
  let home: TestHome;
  let reader: Reader;
  let judge: Judge;

  beforeAll(async () => {
    const server = await sharedMongo();
    home = await openTestHome(server.uri, server.database());
    reader = createReader({ db: home.db });
    judge = { db: home.db, timeSeries, plainPlanner: server.kind === "secantus" };
    const frame = frameMaker(start);
    await insertFrames(home.db, [frame(), frame({ direction: "in", station: "CS-2" }), frame(), frame()]);
    await insertSamples(home.db, 1, [
      sampleRow({ at: start }),
      sampleRow({ at: start + 500 }),
      sampleRow({ at: start }),
    ]);
    const { db } = home;
    await db.collection("writers").insertOne({ startedAt: start }, { bypassDocumentValidation: true });
    for (const [i, name] of ["a", "b", "c", "d", "e", "f", "g", "h"].entries()) {
      await db
        .collection<{ _id: string }>("transactions")
        .insertOne(transaction(name, i), { bypassDocumentValidation: true });
      await db
        .collection<{ _id: string }>("connections")
        .insertOne(connection(name, i), { bypassDocumentValidation: true });
    }
  });
  afterAll(async () => {
    home.guard.assertClean();
    await home.client.close();
  });

  const cases: [string, () => Promise<void>][] = [
    [
      "frames",
      async () => {
        for (const query of queriesOf(frameValues)) {
          await ask(reader.frames, query);
          await reader.frames.count(query);
        }
        await reader.frames.get(id);
      },
    ],
    [
      "samples",
      async () => {
        for (const query of queriesOf(sampleValues)) await ask(reader.samples, query);
      },
    ],
    [
      "events",
      async () => {
        for (const query of queriesOf(eventValues)) await ask(reader.events, query);
      },
    ],
    [
      "transactions",
      async () => {
        for (const query of queriesOf(transactionValues)) await ask(reader.transactions, query);
      },
    ],
    [
      "connections",
      async () => {
        for (const query of queriesOf(connectionValues)) await ask(reader.connections, query);
      },
    ],
    [
      "runs",
      async () => {
        for (const query of queriesOf(runValues)) await ask(reader.runs, query);
        await reader.runs.get(id);
      },
    ],
    [
      "findings",
      async () => {
        for (const query of queriesOf(findingValues)) await ask(reader.findings, query);
      },
    ],
    [
      "history",
      async () => {
        for (const query of queriesOf(historyValues)) await ask(reader.history, query);
        await reader.history.get(id);
      },
    ],
    [
      "changes",
      async () => {
        await Known.of(home.db, "w/1").look(() => undefined);
      },
    ],
  ];

  it.each(cases)("is answered by an index or a bounded time: %s", { timeout: 300_000 }, async (_, work) => {
    const questions = await questionsOf(home.client, work);
    expect(questions.length).toBeGreaterThan(0);
    const objections: string[] = [];
    for (const question of questions) {
      const text = await objection(judge, question);
      if (text !== null) objections.push(text);
    }
    expect(objections).toEqual([]);
  });

  it("is objected to when it is a full scan, or a time series without bounds", async () => {
    const { db, client } = home;
    const questions = await questionsOf(client, async () => {
      await db.collection("transactions").find({ meterStart: 7 }).toArray();
      await db.collection("connections").find({}).toArray();
      await db.collection("frames").find({ action: "Heartbeat" }).toArray();
      await db
        .collection("frames")
        .aggregate([{ $match: { kind: "call" } }, { $limit: 1 }])
        .toArray();
    });
    expect(questions).toHaveLength(4);
    for (const question of questions)
      expect(await objection(judge, question)).toMatch(/^(COLLSCAN|no index)/u);
  });
});

function transaction(_id: string, i: number): { _id: string } {
  return {
    _id,
    ...{ station: "CS-1", transactionId: "7", startedAt: 1000 + i, endedAt: i % 2 === 0 ? null : 5000 },
  };
}

function connection(_id: string, i: number): { _id: string } {
  return { _id, ...{ station: "CS-1", outcome: "open", openedAt: 1000 + i } };
}
