import { describe, expect, it } from "vitest";
import type { TransactionChange } from "../../protocol/ledger/ledger.ts";
import type { FrameRecord } from "../frames/frame.ts";
import type { TransactionRow } from "../store/store.ts";
import { Ledgers } from "./ledger.ts";
import { TransactionBook } from "./transaction-book.ts";
import { at0, at1, meter16, observe, start16, stop16, t0, t1, Traffic } from "./testing/traffic.ts";

const crafted = ["crafted"];
const refused = ["refused-by-policy"];
const accepted = { transactionId: 7, idTagInfo: { status: "Accepted" } };

/** A CALL with the answer that it got. */
function exchange(
  t: Traffic,
  action: string,
  payload: unknown,
  answer: unknown,
  marks: string[] = [],
): FrameRecord[] {
  const call = t.call(action, payload, "m", marks);
  return [call, answer === "refused" ? t.error(call) : t.result(call, answer)];
}

describe("a message of 1.6 that says nothing", () => {
  const t = new Traffic("1.6J");
  const heartbeat = t.call("Heartbeat", {});

  it.each<[string, FrameRecord[]]>([
    ["an empty start, accepted", exchange(t, "StartTransaction", {}, accepted)],
    ["an empty start that gets no answer", [t.call("StartTransaction", {}), heartbeat]],
    [
      "a start without a register that gets no answer",
      [t.call("StartTransaction", { ...start16, meterStart: "5" }), heartbeat],
    ],
    ["a start that the CSMS refuses", exchange(t, "StartTransaction", start16, "refused")],
    ["a start whose answer gives no id", exchange(t, "StartTransaction", start16, { transactionId: "7" })],
    ["a start that our validation refused", [t.call("StartTransaction", start16, "m", refused), heartbeat]],
    ["a crafted start that gets no answer", [t.call("StartTransaction", start16, "m", crafted), heartbeat]],
    ["a stop of a transaction that nobody knows", exchange(t, "StopTransaction", stop16, {})],
    ["a stop without a start", exchange(t, "StopTransaction", { ...stop16, transactionId: -1 }, {})],
    ["an empty stop", exchange(t, "StopTransaction", {}, {})],
    ["meter values of a transaction that nobody knows", exchange(t, "MeterValues", meter16, {})],
  ])("makes no row: %s", (_, frames) => {
    const found = new Ledgers().observe(frames);
    expect(found).toMatchObject({ transactions: [], events: [] });
  });

  it.each<[string, FrameRecord[]]>([
    ["an empty stop", exchange(t, "StopTransaction", {}, {}, crafted)],
    ["a stop of another one", exchange(t, "StopTransaction", { ...stop16, transactionId: 8 }, {})],
    ["a crafted stop that the CSMS refuses", exchange(t, "StopTransaction", stop16, "refused", crafted)],
    ["a stop that our validation refused", exchange(t, "StopTransaction", stop16, {}, refused)],
  ])("ends nobody's row: %s", (_, frames) => {
    for (const begin of [exchange(t, "StartTransaction", start16, accepted), begun(t)])
      expect(observe(new Ledgers(), ...begin, ...frames).rows).toMatchObject([{ endedAt: null }]);
  });

  it("takes no samples out of what was not sent", () => {
    expect(new Ledgers().observe(exchange(t, "MeterValues", meter16, {}, refused)).samples).toEqual([]);
  });
});

/** A start whose answer did not come. */
const begun = (t: Traffic): FrameRecord[] => [t.call("StartTransaction", start16), t.closed()];

describe("a start of 1.6", () => {
  const t = new Traffic("1.6J");
  const answer = (id: number): object => ({ ...accepted, transactionId: id });

  it("that was crafted counts when the CSMS took it, also late", () => {
    const frames = exchange(t, "StartTransaction", { connectorId: 1 }, accepted, crafted);
    expect(observe(new Ledgers(), ...frames).rows).toMatchObject([{ transactionId: "7", evse: 1 }]);
    const [call, result] = frames;
    if (call === undefined || result === undefined) throw new Error("no frames");
    const late = new Ledgers().observe([call, t.call("Heartbeat", {}), result]);
    expect(late.transactions).toHaveLength(1);
    expect(late.events).toHaveLength(1);
  });

  it("sent again is one row, with the id of the last answer that the station waited for", () => {
    const ids = (...frames: FrameRecord[]): (string | null)[] =>
      observe(new Ledgers(), ...frames).rows.map(({ transactionId }) => transactionId);
    const first = t.call("StartTransaction", start16, "a");
    const again = t.call("StartTransaction", start16, "b");
    expect(ids(first, again, t.result(again, accepted))).toEqual(["7"]);
    expect(ids(first, t.result(first, accepted), again, t.result(again, accepted))).toEqual(["7"]);
    expect(ids(first, t.result(first, accepted), again, t.result(again, answer(8)))).toEqual(["8"]);
    expect(ids(first, again, t.result(again, answer(8)), t.result(first, accepted))).toEqual(["8"]);
    expect(ids(first, again, t.result(first, accepted), t.result(again, answer(8)))).toEqual(["8"]);
  });

  it("that somebody crafts like one of the station's is another one, and does not touch that", () => {
    const own = exchange(t, "StartTransaction", start16, accepted);
    const copy = exchange(t, "StartTransaction", start16, answer(8), crafted);
    const { rows } = observe(new Ledgers(), ...own, ...copy, ...exchange(t, "StopTransaction", stop16, {}));
    expect(rows).toMatchObject([
      { transactionId: "7", endedAt: at1 },
      { transactionId: "8", endedAt: null },
    ]);
  });

  it("with another register is another one", () => {
    const frames = [start16, { ...start16, meterStart: 101 }].flatMap((payload, i) =>
      exchange(t, "StartTransaction", payload, answer(i)),
    );
    expect(observe(new Ledgers(), ...frames).rows).toHaveLength(2);
  });
});

describe("an end", () => {
  const t = new Traffic("1.6J");

  it("belongs to the open one of several with the same id", () => {
    const late = { ...start16, timestamp: t1 };
    const frames = [
      ...exchange(t, "StartTransaction", start16, accepted),
      ...exchange(t, "StartTransaction", late, accepted),
      ...exchange(t, "StopTransaction", stop16, {}),
      ...exchange(t, "StopTransaction", { ...stop16, meterStop: 9 }, {}),
    ];
    const { rows } = observe(new Ledgers(), ...frames);
    expect(rows.map(({ meterStop }) => meterStop)).toEqual([9, 5100]);
  });

  it("that was crafted does not change what the station said", () => {
    const frames = [
      ...exchange(t, "StartTransaction", start16, accepted),
      ...exchange(t, "StopTransaction", stop16, {}),
      ...exchange(t, "StopTransaction", { transactionId: 7 }, {}, crafted),
    ];
    expect(observe(new Ledgers(), ...frames).rows).toMatchObject([{ endedAt: at1, meterStop: 5100 }]);
  });
});

describe("an event of 2.0.1", () => {
  const t = new Traffic("2.0.1");
  const event = (eventType: string, timestamp: string, info: object = { transactionId: "tx-1" }): object => ({
    eventType,
    timestamp,
    transactionInfo: info,
  });
  const send = (payload: object, marks?: string[]): FrameRecord[] =>
    exchange(t, "TransactionEvent", payload, {}, marks);

  it.each<[string, FrameRecord[]]>([
    ["without a transaction", send({ eventType: "Started", timestamp: t0 })],
    ["with an empty id", send(event("Started", t0, { transactionId: "" }))],
    ["that our validation refused", [...send(event("Started", t0), refused), t.closed()]],
    [
      "that was crafted and the CSMS refused",
      exchange(t, "TransactionEvent", event("Ended", t0), "refused", crafted),
    ],
  ])("makes no row: %s", (_, frames) => {
    expect(new Ledgers().observe(frames)).toMatchObject({ transactions: [], events: [] });
  });

  it("with an id makes a row, also when the start was not seen", () => {
    expect(observe(new Ledgers(), ...send(event("Updated", t0))).rows).toMatchObject([
      { transactionId: "tx-1", startedAt: at0, endedAt: null },
    ]);
    expect(observe(new Ledgers(), ...send(event("Ended", t1))).rows).toMatchObject([{ endedAt: at1 }]);
  });

  it("brings what the start did not say", () => {
    const sampledValue = [{ value: 1500, context: "Transaction.Begin" }];
    const more = { evse: { id: 2, connectorId: 1 }, meterValue: [{ timestamp: t0, sampledValue }] };
    const frames = [event("Started", t0), { ...event("Updated", t1), ...more }, event("Updated", t1)];
    expect(observe(new Ledgers(), ...frames.flatMap((each) => send(each))).rows).toMatchObject([
      { startedAt: at0, evse: 2, connector: 1, meterStart: 1500 },
    ]);
  });

  it("that starts what has begun already makes no second row, at whatever time", () => {
    const begun = [...send(event("Started", t0)), ...send(event("Started", t1))];
    expect(observe(new Ledgers(), ...begun).rows).toMatchObject([{ startedAt: at0 }]);
    const ended = [...begun, ...send(event("Ended", t1)), ...send(event("Started", t0))];
    expect(observe(new Ledgers(), ...ended).rows).toMatchObject([{ endedAt: at1 }]);
  });

  it("that starts after the end of one with its id begins another", () => {
    const frames = [event("Started", t0), event("Ended", t0), event("Started", t1)].flatMap((each) =>
      send(each),
    );
    expect(observe(new Ledgers(), ...frames).rows).toMatchObject([
      { endedAt: at0 },
      { startedAt: at1, endedAt: null },
    ]);
  });
});

it("remembers the ends that are newest, in whatever order rows come from store and spool", () => {
  const row = (number: number): TransactionRow => ({
    ...{ key: `CS-1#${number}`, station: "CS-1", dialect: "2.0.1", transactionId: `T${number}` },
    ...{ evse: 1, connector: 1, idToken: null, meterStart: 0, meterStop: 0, stoppedReason: "Local" },
    ...{ startedAt: number, endedAt: number + 1 },
  });
  const book = new TransactionBook();
  for (let number = 100; number < 108; number++) book.learn(row(number));
  // What the spool holds still, though the store has it.
  for (let number = 0; number < 20; number++) book.put(row(number));
  const t = new Traffic("2.0.1");
  const change: TransactionChange = {
    ...{
      phase: "ended",
      opens: true,
      transactionId: "T107",
      givenId: null,
      at: 108,
      evse: null,
      connector: null,
    },
    ...{ idToken: null, meterStart: null, meterStop: 0, stoppedReason: "Local" },
  };
  expect(book.apply(change, t.call("TransactionEvent", {}))?.row.key).toBe("CS-1#107");
});
