import { describe, expect, it } from "vitest";
import { newFrameId } from "../frames/frame-id.ts";
import type { FrameRecord } from "../frames/frame.ts";
import type { TransactionRow } from "../store/store.ts";
import { Journal } from "./journal.ts";
import { Ledgers } from "./ledger.ts";
import { MoodyHome } from "./testing/moody-home.ts";
import {
  at0,
  at1,
  exchange,
  meter16,
  observe,
  say,
  start16,
  stop16,
  t0,
  t1,
  Traffic,
} from "./testing/traffic.ts";

describe("the ledger of 1.6", () => {
  it("follows a transaction from start to stop", () => {
    const t = new Traffic("1.6J");
    const start = t.call("StartTransaction", start16);
    const meter = t.call("MeterValues", meter16);
    const stop = t.call("StopTransaction", stop16);
    const frames = [
      start,
      t.result(start, { transactionId: 7, idTagInfo: { status: "Accepted" } }),
      meter,
      t.result(meter, {}),
      stop,
      t.result(stop, {}),
    ];
    const { rows, samples } = observe(new Ledgers(), ...frames);
    const key = `CS-1#${start.id}`;
    expect(rows).toEqual([
      {
        key,
        station: "CS-1",
        dialect: "1.6J",
        transactionId: "7",
        evse: 2,
        connector: 1,
        idToken: "CAFE0001",
        startedAt: at0,
        endedAt: at1,
        meterStart: 100,
        meterStop: 5100,
        stoppedReason: "EVDisconnected",
      },
    ]);
    expect(samples).toMatchObject([
      { at: at1, transactionKey: key, evse: 2, measurand: "Energy.Active.Import.Register", value: 2500 },
      { at: at1, transactionKey: key, evse: 2, measurand: "Current.Import", phase: "L1", value: 16.2 },
    ]);
    const all = new Ledgers().observe(frames);
    expect(all).toMatchObject({ transactions: rows, samples });
  });

  it("keeps a start that gets no answer, and takes the id from a late or repeated one", () => {
    const t = new Traffic("1.6J");
    const ledgers = new Ledgers();
    const start = t.call("StartTransaction", start16);
    expect(observe(ledgers, start).rows).toEqual([]);
    const other = t.call("Heartbeat", {});
    expect(observe(ledgers, other).rows).toMatchObject([
      { transactionId: null, startedAt: at0, endedAt: null },
    ]);
    const late = t.result(start, { transactionId: 7, idTagInfo: { status: "Accepted" } });
    expect(observe(ledgers, late).rows).toMatchObject([{ key: `CS-1#${start.id}`, transactionId: "7" }]);

    const again = t.call("StartTransaction", start16);
    const { rows } = observe(new Ledgers(), start, again, t.result(again, { transactionId: 7 }));
    expect(rows).toMatchObject([{ key: `CS-1#${start.id}`, transactionId: "7" }]);
  });

  it("ends a transaction that never got an id", () => {
    const t = new Traffic("1.6J");
    const start = t.call("StartTransaction", start16);
    const stop = t.call("StopTransaction", { ...stop16, transactionId: -1 });
    const { rows } = observe(new Ledgers(), start, t.closed(), stop, t.result(stop, {}));
    expect(rows).toMatchObject([{ transactionId: null, endedAt: at1, meterStop: 5100 }]);
  });

  it("counts samples once that are sent again after a time-out or a lost connection", () => {
    const t = new Traffic("1.6J");
    const first = t.call("MeterValues", meter16, "a");
    const second = t.call("MeterValues", meter16, "b");
    const third = t.call("MeterValues", meter16, "c");
    const once = observe(new Ledgers(), first, t.closed(), second, t.result(second, {}));
    expect(once.samples).toHaveLength(2);
    const late = observe(new Ledgers(), first, second, t.result(first, {}), t.result(second, {}));
    expect(late.samples).toHaveLength(2);
    const anew = observe(new Ledgers(), first, t.result(first, {}), third, t.result(third, {}));
    expect(anew.samples).toHaveLength(4);
  });

  it("does not open an ended transaction again, and keeps equal ids of different starts apart", () => {
    const t = new Traffic("1.6J");
    const ledgers = new Ledgers();
    const start = t.call("StartTransaction", start16);
    const stop = t.call("StopTransaction", stop16);
    const answer = { transactionId: 7, idTagInfo: { status: "Accepted" } };
    observe(ledgers, start, t.result(start, answer), stop, t.result(stop, {}));
    const again = t.call("StartTransaction", start16);
    expect(observe(ledgers, again, t.result(again, answer)).rows).toEqual([]);
    const fresh = t.call("StartTransaction", { ...start16, timestamp: t1 });
    expect(observe(ledgers, fresh, t.result(fresh, answer)).rows).toMatchObject([
      { key: `CS-1#${fresh.id}`, transactionId: "7", endedAt: null },
    ]);
  });

  it("is not harmed by messages of any shape", () => {
    const t = new Traffic("1.6J");
    const strange: unknown[] = [
      null,
      [],
      5,
      {},
      { __proto__: { a: 1 } },
      { connectorId: "x", timestamp: 7, idTag: {} },
    ];
    const frames = strange.flatMap((payload) => {
      const calls = ["StartTransaction", "MeterValues", "StopTransaction"].map((action) =>
        t.call(action, payload),
      );
      return calls.flatMap((call) => [call, t.result(call, payload)]);
    });
    const { rows, samples } = observe(new Ledgers(), ...frames);
    expect(samples).toEqual([]);
    for (const row of rows)
      expect(Number.isFinite(row.startedAt) && Number.isFinite(row.meterStart)).toBe(true);
  });
});

describe("the ledger of 2.0.1", () => {
  const event = (eventType: string, timestamp: string, more: object = {}): object => ({
    eventType,
    timestamp,
    triggerReason: "Authorized",
    seqNo: 0,
    transactionInfo: { transactionId: "tx-1", ...(eventType === "Ended" ? { stoppedReason: "Remote" } : {}) },
    ...more,
  });
  const reading = (value: number, timestamp: string): object => ({
    meterValue: [{ timestamp, sampledValue: [{ value, measurand: "Energy.Active.Import.Register" }] }],
  });

  it("follows a transaction, also when the CSMS refuses its messages", () => {
    const t = new Traffic("2.0.1");
    const started = t.call(
      "TransactionEvent",
      event("Started", t0, {
        evse: { id: 1, connectorId: 2 },
        idToken: { idToken: "CAFE0001", type: "ISO14443" },
        ...reading(10, t0),
      }),
    );
    const updated = t.call("TransactionEvent", event("Updated", t1, reading(20.5, t1)));
    const ended = t.call("TransactionEvent", event("Ended", t1, reading(30, t1)));
    const { rows, samples } = observe(
      new Ledgers(),
      started,
      t.error(started),
      updated,
      t.result(updated, {}),
      ended,
      t.closed(),
    );
    expect(rows).toMatchObject([
      {
        key: `CS-1#${started.id}`,
        transactionId: "tx-1",
        evse: 1,
        connector: 2,
        idToken: "CAFE0001",
        startedAt: at0,
        endedAt: at1,
        stoppedReason: "Remote",
      },
    ]);
    expect(samples.map((s) => [s.transactionKey, s.evse, s.value])).toEqual([
      [`CS-1#${started.id}`, 1, 10],
      [`CS-1#${started.id}`, 1, 20.5],
      [`CS-1#${started.id}`, 1, 30],
    ]);
  });

  it("keeps stations apart", () => {
    const a = new Traffic("2.0.1", "CS-A");
    const b = new Traffic("2.0.1", "CS-B");
    const [one, two] = [
      a.call("TransactionEvent", event("Started", t0)),
      b.call("TransactionEvent", event("Started", t0)),
    ];
    const { rows } = observe(new Ledgers(), one, two, b.result(two, {}), a.result(one, {}));
    expect(rows.map((row) => row.station).toSorted()).toEqual(["CS-A", "CS-B"]);
  });
});

describe("the events of transactions", () => {
  const answer = { transactionId: 7, idTagInfo: { status: "Accepted" } };

  it("say what each message said, with its frame as the proof", () => {
    const t = new Traffic("1.6J");
    const start = t.call("StartTransaction", start16);
    const stop = t.call("StopTransaction", stop16);
    const frames = [start, t.result(start, answer), stop, t.result(stop, {})];
    const common = {
      station: "CS-1",
      dialect: "1.6J",
      transactionKey: `CS-1#${start.id}`,
      evse: 2,
      connector: 1,
    };
    expect(new Ledgers().observe(frames).events).toEqual([
      {
        ...common,
        at: at0,
        phase: "started",
        // The message has none: the CSMS gives it with the answer.
        transactionId: null,
        frame: start.id,
        idToken: "CAFE0001",
        meter: 100,
        stoppedReason: null,
      },
      {
        ...common,
        at: at1,
        phase: "ended",
        transactionId: "7",
        frame: stop.id,
        idToken: null,
        meter: 5100,
        stoppedReason: "EVDisconnected",
      },
    ]);
  });

  it("come once for a message that is sent again or answered late", () => {
    const t = new Traffic("1.6J");
    const [start, again] = [
      t.call("StartTransaction", start16, "a"),
      t.call("StartTransaction", start16, "b"),
    ];
    const stop = t.call("StopTransaction", stop16, "c");
    const stopAgain = t.call("StopTransaction", stop16, "d");
    const ledgers = new Ledgers();
    const events = [
      start,
      again,
      t.result(start, answer),
      t.result(again, answer),
      stop,
      t.error(stop),
      stopAgain,
      t.result(stopAgain, {}),
    ].flatMap((frame) => ledgers.observe([frame]).events);
    expect(events.map(({ phase, frame }) => [phase, frame])).toEqual([
      ["started", start.id],
      ["ended", stop.id],
    ]);
  });

  it("of 2.0.1 have the id in each, and an event for each update", () => {
    const t = new Traffic("2.0.1");
    const event = (eventType: string, seqNo: number): FrameRecord =>
      t.call("TransactionEvent", {
        eventType,
        timestamp: t0,
        triggerReason: "MeterValuePeriodic",
        seqNo,
        transactionInfo: { transactionId: "tx-1" },
        evse: { id: 1.5, connectorId: 2 },
      });
    const frames = ["Started", "Updated", "Updated", "Ended"].flatMap((type, i) => {
      const call = event(type, i);
      return [call, t.result(call, {})];
    });
    const { events } = new Ledgers().observe(frames);
    expect(events.map(({ phase, transactionId }) => [phase, transactionId])).toEqual([
      ["started", "tx-1"],
      ["updated", "tx-1"],
      ["updated", "tx-1"],
      ["ended", "tx-1"],
    ]);
    expect(events.every(({ evse }) => Number.isInteger(evse))).toBe(true);
  });
});

describe("the ledger after a restart", () => {
  const accepted = (id: number): object => ({ transactionId: id, idTagInfo: { status: "Accepted" } });

  /** Says in a process of its own each time; a process ends without a word of the link. */
  async function lives(...each: ((journal: Journal) => void)[]): Promise<TransactionRow[]> {
    const home = new MoodyHome();
    for (const live of each) {
      const journal = await Journal.open({
        store: home.asStore(),
        now: Date.now,
        writer: `w/${newFrameId()}`,
      });
      live(journal);
      await journal.close();
    }
    return home.transactions;
  }

  const living =
    (t: Traffic, action: string, payload: unknown, answer?: unknown) =>
    (journal: Journal): void => {
      if (answer === undefined) say(journal, t.call(action, payload));
      else exchange(journal, t, action, payload, answer);
    };

  it("ends what began before it", async () => {
    const t = new Traffic("1.6J");
    const rows = await lives(
      living(t, "StartTransaction", start16, accepted(7)),
      living(t, "StopTransaction", stop16, {}),
    );
    expect(rows).toMatchObject([{ transactionId: "7", endedAt: at1, stoppedReason: "EVDisconnected" }]);
  });

  it("knows a start of 1.6 again whose answer was lost, whatever id comes now", async () => {
    const t = new Traffic("1.6J");
    const start = (answer?: unknown) => living(t, "StartTransaction", start16, answer);
    const stop = (id: number) => living(t, "StopTransaction", { ...stop16, transactionId: id }, {});
    for (const [first, then] of [
      [undefined, 7],
      [accepted(7), 7],
      // It was recorded, but the station does not know of it any more.
      [accepted(7), 8],
    ] as const) {
      const rows = await lives(start(first), start(accepted(then)), stop(then));
      expect(rows).toMatchObject([{ transactionId: String(then), endedAt: at1 }]);
    }
  });

  it("knows an event of 2.0.1 again, also of a transaction that has ended", async () => {
    const t = new Traffic("2.0.1");
    const event = (eventType: string, timestamp: string) =>
      living(t, "TransactionEvent", { eventType, timestamp, transactionInfo: { transactionId: "x" } }, {});
    const started = event("Started", t0);
    expect(await lives(started, started)).toMatchObject([{ transactionId: "x", endedAt: null }]);
    expect(await lives(started, event("Ended", t1), started)).toMatchObject([{ endedAt: at1 }]);
  });
});
