import { expect, test } from "vitest";
import type { Exchange } from "../ledger/ledger.ts";
import { ledger } from "./ledger.ts";
import { booted, here, token } from "./testing.ts";

const at = Date.UTC(2026, 0, 5, 10);

test("a whole session as it was on the wire", () => {
  const d = booted({ settings: { MeterValuesSampledData: "Energy.Active.Import.Register,SoC" } });
  d.do({ kind: "plug-in", ...here })
    .do({ kind: "present-token", token })
    .wait(60);
  d.do({ kind: "present-token", token });
  const response = { transactionId: 1, idTagInfo: { status: "Accepted" } };
  const changes = d.said.map(({ action, payload }) =>
    ledger.read({ action, request: payload, response, at }),
  );
  const [started, ended] = changes.flatMap(({ transactions }) => transactions);
  expect(started).toMatchObject({
    phase: "started",
    transactionId: null,
    givenId: "1",
    at,
    evse: 1,
    idToken: "VALID-TOKEN",
  });
  expect(ended).toMatchObject({
    phase: "ended",
    transactionId: "1",
    at: at + 60_000,
    stoppedReason: "Local",
  });
  expect(Number(ended?.meterStop) - Number(started?.meterStart)).toBeGreaterThan(100);
  expect(changes.flatMap(({ samples }) => samples)).toMatchObject([
    {
      measurand: "Energy.Active.Import.Register",
      unit: "Wh",
      transactionId: "1",
      evse: 1,
      context: "Sample.Periodic",
    },
    { measurand: "SoC", unit: "Percent", value: 35.3, location: "EV" },
  ]);
});

test("a start without answer has no id yet, a stop without reason was local", () => {
  const request = { connectorId: 2, idTag: "A", meterStart: 5, timestamp: "2026-01-05T10:00:00Z" };
  const start = ledger.read({ action: "StartTransaction", request, response: null, at: 1 });
  expect(start.transactions).toMatchObject([{ transactionId: null, evse: 2, meterStart: 5, at }]);
  const stop = { transactionId: -1, meterStop: 9, timestamp: "nonsense" };
  expect(
    ledger.read({ action: "StopTransaction", request: stop, response: {}, at: 7 }).transactions,
  ).toMatchObject([{ transactionId: "-1", meterStop: 9, stoppedReason: "Local", at: 7 }]);
});

test("a start that says too little, or that the CSMS refuses, begins nothing; a stop without an id ends nothing", () => {
  const whole = { connectorId: 2, idTag: "A", meterStart: 5, timestamp: "2026-01-05T10:00:00Z" };
  const read = (action: string, request: object, response: Exchange["response"]): number =>
    ledger.read({ action, request: { ...request }, response, at }).transactions.length;
  const given = { transactionId: 3 };
  expect(read("StartTransaction", whole, null)).toBe(1);
  expect(read("StartTransaction", { connectorId: 2 }, given)).toBe(1);
  expect(read("StartTransaction", {}, given)).toBe(0);
  for (const member of Object.keys(whole))
    expect(read("StartTransaction", { ...whole, [member]: null }, null)).toBe(0);
  expect(read("StartTransaction", whole, "refused")).toBe(0);
  expect(read("StartTransaction", whole, {})).toBe(0);
  expect(read("StopTransaction", { meterStop: 9 }, {})).toBe(0);
});

test("absent members have their defaults; what cannot be read is left out", () => {
  const sampledValue = [
    { value: "12.5" },
    { value: "x" },
    { value: "1", format: "SignedData" },
    "?",
    { value: 3 },
  ];
  const request = { connectorId: 0, meterValue: [{ timestamp: "2026-01-05T10:00:00Z", sampledValue }, 5] };
  expect(ledger.read({ action: "MeterValues", request, response: {}, at: 1 }).samples).toEqual([
    {
      at,
      evse: 0,
      connector: 0,
      transactionId: null,
      measurand: "Energy.Active.Import.Register",
      phase: null,
      location: "Outlet",
      unit: "Wh",
      context: "Sample.Periodic",
      value: 12.5,
    },
  ]);
  for (const action of ["StartTransaction", "StopTransaction", "MeterValues", "Heartbeat"]) {
    expect(() =>
      ledger.read({ action, request: { meterValue: 4, timestamp: null }, response: null, at }),
    ).not.toThrow();
  }
});
