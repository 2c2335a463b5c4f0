import { expect, test } from "vitest";
import { ledger } from "./ledger.ts";
import { booted, here, token } from "./testing.ts";

const at = Date.UTC(2026, 0, 5, 10);

test("a whole session as it was on the wire", () => {
  const settings = { "SampledDataCtrlr.TxUpdatedMeasurands": "SoC" };
  const d = booted({ settings })
    .do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token })
    .wait(60);
  d.do({ kind: "present-token", token });
  const changes = d.said.map(({ action, payload }) =>
    ledger.read({ action, request: payload, response: {}, at }),
  );
  const transactions = changes.flatMap((change) => change.transactions);
  expect(transactions.map(({ phase }) => phase)).toEqual([
    "started",
    "updated",
    "updated",
    "updated",
    "ended",
  ]);
  expect(transactions.map(({ idToken }) => idToken)).toEqual([null, "VALID-TOKEN", null, null, null]);
  expect(transactions[0]).toMatchObject({ evse: 1, connector: 1, at, meterStop: null, stoppedReason: null });
  expect(transactions[4]).toMatchObject({ at: at + 60_000, meterStart: null, stoppedReason: "Local" });
  expect(Number(transactions[4]?.meterStop) - Number(transactions[0]?.meterStart)).toBeGreaterThan(100);
  expect(new Set(transactions.map(({ transactionId }) => transactionId)).size).toBe(1);
  expect(
    changes.flatMap(({ samples }) => samples).map(({ measurand, context }) => [measurand, context]),
  ).toEqual([
    ["Energy.Active.Import.Register", "Transaction.Begin"],
    ["SoC", "Sample.Periodic"],
    ["Energy.Active.Import.Register", "Transaction.End"],
  ]);
});

test("kWh and multipliers become Wh; a register per phase is not the register", () => {
  const begin = { context: "Transaction.Begin" };
  const sampledValue = [
    { ...begin, value: 1, phase: "L1" },
    { ...begin, value: 2.5, unitOfMeasure: { unit: "kWh" } },
  ];
  const request = {
    eventType: "Started",
    transactionInfo: { transactionId: "T" },
    meterValue: [{ timestamp: "2026-01-05T10:00:00Z", sampledValue }],
  };
  expect(ledger.read({ action: "TransactionEvent", request, response: {}, at }).transactions).toMatchObject([
    { transactionId: "T", meterStart: 2500 },
  ]);
  const scaled = {
    evseId: 3,
    meterValue: [{ sampledValue: [{ value: 7, unitOfMeasure: { multiplier: 3 } }] }],
  };
  expect(ledger.read({ action: "MeterValues", request: scaled, response: {}, at }).samples).toMatchObject([
    { evse: 3, value: 7000, unit: "Wh", at },
  ]);
});

test("nonsense yields nothing", () => {
  for (const request of [
    {},
    { eventType: "Over" },
    { eventType: "Started", transactionInfo: [] },
    { eventType: "Started", transactionInfo: { transactionId: "" } },
  ]) {
    const change = ledger.read({ action: "TransactionEvent", request, response: null, at });
    expect(change).toEqual({ transactions: [], samples: [] });
  }
});
