import { describe, expect, it } from "vitest";
import type { LoggedFrame } from "../csms.ts";
import { findFaults } from "./find-faults.ts";
import type { FaultKind, Trial } from "./find-faults.ts";
import type { StoredTransaction } from "./find-row-faults.ts";

const start = Date.parse("2026-01-01T00:00:00Z");
/** A moment so many seconds after all began. */
const time = (seconds: number): string => new Date(start + seconds * 1000).toISOString();
const register = (seconds: number, value: number, context = "Sample.Periodic") => ({
  timestamp: time(seconds),
  sampledValue: [{ value, context, measurand: "Energy.Active.Import.Register" }],
});

type Call = [station: string, action: string, payload: object, answer?: object];

const begin16: Call = [
  "A",
  "StartTransaction",
  { connectorId: 1, timestamp: time(0), meterStart: 100 },
  { transactionId: 7 },
];
const sample16 = (seconds: number, value: number): Call => [
  "A",
  "MeterValues",
  { connectorId: 1, transactionId: 7, meterValue: [register(seconds, value)] },
];
const end16 = (seconds: number, meterStop: number, reason = "Local"): Call => [
  "A",
  "StopTransaction",
  { transactionId: 7, timestamp: time(seconds), meterStop, reason },
];
const event = (seqNo: number, type: string, seconds: number, value: number, rest: object = {}): Call => [
  "B",
  "TransactionEvent",
  {
    eventType: type,
    timestamp: time(seconds),
    triggerReason: "MeterValuePeriodic",
    seqNo,
    transactionInfo: { transactionId: "x" },
    evse: { id: 1, connectorId: 1 },
    meterValue: [
      register(
        seconds,
        value,
        { Started: "Transaction.Begin", Ended: "Transaction.End" }[type] ?? "Sample.Periodic",
      ),
    ],
    ...rest,
  },
];
const lost = (reason: object = {}): object => ({
  triggerReason: "AbnormalCondition",
  transactionInfo: { transactionId: "x", stoppedReason: "PowerLoss" },
  ...reason,
});

const well16 = [begin16, sample16(1, 101), sample16(2, 103), end16(2.5, 103)];
const well2 = [event(0, "Started", 0, 5), event(1, "Updated", 1, 6), event(2, "Ended", 1.5, 7)];
const row16: StoredTransaction = {
  station: "A",
  transactionId: "7",
  startedAt: start,
  endedAt: start + 2500,
  meterStart: 100,
  meterStop: 103,
  stoppedReason: "Local",
};
const row2: StoredTransaction = {
  ...row16,
  station: "B",
  transactionId: "x",
  endedAt: start + 1500,
  meterStart: 5,
  meterStop: 7,
};

/** The log of a CSMS that answers at once, 10 ms from one message to the next. */
function logOf(calls: readonly Call[]): LoggedFrame[] {
  return calls.flatMap(([station, action, payload, answer = {}], i) => {
    const at = start + i * 10;
    const frame = (direction: "in" | "out", message: unknown[]): LoggedFrame => ({
      ...{ station, direction, at, certain: at, raw: JSON.stringify(message) },
    });
    return [frame("out", [2, `m${i}`, action, payload]), frame("in", [3, `m${i}`, answer])];
  });
}

const ended = (seconds: number): Trial["ends"][number] => ({
  ...{ at: start + seconds * 1000, killed: true, heldUp: [], full: null },
});

const facts = (resumes: boolean): Trial["stations"] =>
  new Map(["A", "B"].map((id) => [id, { interval: 1000, resumes }]));

function compared(calls: readonly Call[], part: Partial<Trial> = {}) {
  return findFaults({ log: logOf(calls), rows: [], stations: facts(false), ends: [], window: 0, ...part });
}

/** Rows are looked at in tests of their own. */
function kinds(calls: readonly Call[], part: Partial<Trial> = {}): FaultKind[] {
  return compared(calls, part)
    .faults.map(({ kind }) => kind)
    .filter((kind) => kind !== "row");
}

describe("comparing sessions with the log of the CSMS", () => {
  it("finds nothing wrong with whole sessions of both versions, and counts what came again", () => {
    const again = [begin16, ...well16, end16(2.5, 103), ...well2.slice(0, 2), ...well2.slice(1)];
    expect(compared(again, { rows: [row16, row2] })).toMatchObject({
      sessions: 2,
      messages: 7,
      repeated: 3,
      faults: [],
    });
  });

  it("names sessions without an end, without a start and with two ends", () => {
    expect(kinds(well16.slice(0, 3))).toEqual(["without an end"]);
    expect(kinds(well2.slice(0, 2))).toEqual(["without an end"]);
    expect(kinds(well16.slice(1))).toEqual(["without a start"]);
    expect(kinds([begin16, sample16(1, 101), end16(1.5, 102), end16(2, 102)])).toEqual(["ended twice"]);
    expect(kinds([...well2, event(3, "Ended", 2, 7)])).toEqual(["ended twice"]);
  });

  it("names messages that are lost: by number in 2.x, by the time between samples in both", () => {
    expect(kinds([event(0, "Started", 0, 5), event(2, "Ended", 1.5, 7)])).toEqual(["message lost"]);
    const sparse = [begin16, sample16(1, 101), sample16(3, 103), end16(3.5, 103)];
    expect(kinds(sparse)).toEqual(["sample lost"]);
    const heldUp = [{ from: start + 1000, to: start + 1900 }];
    expect(kinds(sparse, { ends: [{ ...ended(9), heldUp }] })).toEqual([]);
    expect(kinds([begin16, sample16(1, 101), end16(2.9, 103)])).toEqual(["sample lost"]);
  });

  it("names what is out of order: by time, by number, after the end, and sent again too late", () => {
    expect(kinds([begin16, sample16(2, 103), sample16(1, 101), end16(2.5, 103)])).toContain("out of order");
    expect(kinds([...well16.slice(0, 2), end16(2.5, 103), sample16(2, 103)])).toContain("out of order");
    expect(
      kinds([event(0, "Started", 0, 5), event(2, "Updated", 1, 6), event(1, "Updated", 1, 6), well2[2]!]),
    ).toContain("out of order");
    expect(kinds([begin16, sample16(1, 101), begin16, ...well16.slice(2)])).toEqual(["out of order"]);
  });

  it("names a message that comes again with another content, and none whose members change places", () => {
    const [first, second, third] = well2;
    if (first === undefined || second === undefined || third === undefined) throw new Error("no session");
    const turned = Object.fromEntries(Object.entries(second[2]).toReversed());
    expect(kinds([first, second, ["B", second[1], turned], third])).toEqual([]);
    expect(kinds([first, second, event(1, "Updated", 1, 6, { offline: true }), third])).toEqual(["altered"]);
    const changed = { connectorId: 1, timestamp: time(0), meterStart: 99 };
    expect(
      kinds([["A", "StartTransaction", changed, { transactionId: 7 }], begin16, ...well16.slice(1)]),
    ).toEqual(["altered"]);
  });

  it("names registers that fall, over sessions and outside of them", () => {
    expect(kinds([begin16, sample16(1, 101), sample16(2, 100), end16(2.5, 103)])).toEqual(["register fell"]);
    const idle: Call = ["A", "MeterValues", { connectorId: 1, meterValue: [register(9, 102)] }];
    expect(kinds([...well16, idle])).toEqual(["register fell"]);
    expect(
      kinds([...well16, ["A", "MeterValues", { connectorId: 2, meterValue: [register(9, 1)] }]]),
    ).toEqual([]);
  });

  it("wants the reason of a power loss from those that end then, and that the others go on", () => {
    const cut16 = [begin16, sample16(1, 101), end16(1.5, 101, "PowerLoss")];
    const cut2 = [event(0, "Started", 0, 5), event(1, "Ended", 0.5, 7, lost())];
    const ends = [ended(2)];
    expect(compared([...cut16, ...cut2], { ends })).toMatchObject({ cut: 2, resumed: 0, oldestKept: 1500 });
    expect(kinds([...cut16, ...cut2], { ends })).toEqual([]);
    expect(kinds(cut16, { ends: [] })).toEqual(["power loss"]);
    expect(kinds(cut16, { ends, stations: facts(true) })).toEqual(["power loss"]);
    const wrong = event(1, "Ended", 0.5, 7, lost({ triggerReason: "EVCommunicationLost" }));
    expect(kinds([event(0, "Started", 0, 5), wrong], { ends })).toEqual(["power loss"]);

    const long = [begin16, sample16(1, 101), sample16(9, 103), end16(9.5, 103)];
    expect(kinds(long, { ends })).toEqual(["power loss"]);
    expect(kinds(long, { ends, stations: facts(true) })).toEqual([]);
    expect(compared(long, { ends, stations: facts(true) })).toMatchObject({ cut: 0, resumed: 1 });
  });

  it("names rows that are missing, open, doubled, invented or say something else", () => {
    const texts = (rows: StoredTransaction[]): string[] =>
      compared(well16, { rows })
        .faults.filter(({ kind }) => kind === "row")
        .map(({ text }) => text);
    expect(texts([row16])).toEqual([]);
    expect(texts([])).toEqual([expect.stringContaining("no row")]);
    expect(texts([{ ...row16, endedAt: null }])).toEqual([expect.stringContaining("open")]);
    expect(texts([row16, row16])).toEqual([expect.stringContaining("2 rows")]);
    expect(texts([row16, { ...row16, transactionId: null }])).toEqual([
      expect.stringContaining("the CSMS knows none"),
    ]);
    expect(texts([{ ...row16, meterStart: 99 }])).toEqual([
      expect.stringContaining("meterStart is 99 instead of 100"),
    ]);
    expect(texts([{ ...row16, meterStop: null }])).toHaveLength(1);
  });

  it("excuses a row only for frames that passed within the window before a kill", () => {
    const rows = [{ ...row16, endedAt: null, meterStop: null, stoppedReason: null }];
    // The end passed 30 ms after all began.
    expect(compared(well16, { rows, ends: [ended(0.07)], window: 50 }).rowsInWindow).toBe(1);
    expect(compared(well16, { rows, ends: [ended(0.09)], window: 50 }).rowsInWindow).toBe(0);
    expect(compared(well16, { rows, ends: [ended(0.07)], window: 0 }).rowsInWindow).toBe(0);
  });
});
