import { expect, it } from "vitest";
import { compareRows } from "./compare-rows.ts";
import type { StoredRows } from "./compare-rows.ts";
import type { StoredFrame } from "./compare.ts";

let id = 0;
function stored(direction: "in" | "out", message: unknown[]): StoredFrame {
  id += 1;
  const kind = message[0] === 2 ? "call" : "callResult";
  return { id: String(id), at: 1, station: "A", direction, kind, raw: JSON.stringify(message) };
}
const timestamp = "1970-01-01T00:00:01Z";
const meter = (name: string, value: string): StoredFrame =>
  stored("out", [2, name, "MeterValues", { meterValue: [{ timestamp, sampledValue: [{ value }] }] }]);
const frames = [
  stored("out", [2, "1", "StartTransaction", { timestamp, meterStart: 5 }]),
  stored("in", [2, "x", "GetConfiguration", {}]),
  stored("in", [3, "1", { transactionId: 7 }]),
  meter("2", "10"),
  meter("3", "11"),
  stored("in", [3, "3", {}]),
  stored("out", [2, "4", "StopTransaction", { transactionId: 7, meterStop: 20 }]),
  stored("in", [3, "4", {}]),
  meter("5", "12"),
];
const sample = (value: number): StoredRows["samples"][number] => ({
  station: "A",
  at: 1000,
  measurand: "Energy.Active.Import.Register",
  phase: null,
  value,
});
const transaction = {
  station: "A",
  transactionId: "7",
  startedAt: 1000,
  meterStart: 5,
  endedAt: 3000,
  meterStop: 20,
};
const whole: StoredRows = { samples: [sample(10), sample(11)], transactions: [transaction] };
const none = { lostSamples: [], doubledSamples: [], lostTransactions: [], doubledTransactions: [] };

it("finds nothing wrong where a store has all rows of its frames, whether or not the last CALL's", () => {
  expect(compareRows(frames, whole)).toEqual({ ...none, samples: 2, transactions: 1 });
  expect(compareRows(frames, { ...whole, samples: [...whole.samples, sample(12)] })).toMatchObject(none);
});

it("names samples that are lost and doubled", () => {
  expect(compareRows(frames, { ...whole, samples: [sample(11), sample(11)] })).toMatchObject({
    lostSamples: ["A 1000 Energy.Active.Import.Register  10"],
    doubledSamples: ["A 1000 Energy.Active.Import.Register  11"],
  });
});

it("allows a sample twice that was told in two messages, not in one that was sent again", () => {
  const answered = [meter("6", "13"), stored("in", [3, "6", {}])];
  const again = [meter("7", "13"), stored("in", [3, "7", {}])];
  const rows = { ...whole, samples: [...whole.samples, ...[12, 13, 13].map(sample)] };
  expect(compareRows([...frames, ...answered, ...again], rows)).toMatchObject(none);
  const unanswered = [meter("8", "13"), ...again];
  expect(compareRows([...frames, ...unanswered], rows).doubledSamples).toHaveLength(1);
});

it("names transactions that are lost, doubled, without their id and without their end", () => {
  expect(compareRows(frames, { ...whole, transactions: [] }).lostTransactions).toEqual([
    "start A 1000 5 7",
    "end A 7 20",
  ]);
  const open = { ...transaction, transactionId: null, endedAt: null };
  expect(compareRows(frames, { ...whole, transactions: [open] }).lostTransactions).toHaveLength(2);
  expect(compareRows(frames, { ...whole, transactions: [transaction, transaction] })).toMatchObject({
    doubledTransactions: ["A 1000 5"],
    lostTransactions: [],
  });
});
