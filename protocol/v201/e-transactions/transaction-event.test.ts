import { expect, test } from "vitest";
import type { TransactionFact } from "../../model/messages/fact.ts";
import { readTransactionEvent, transactionEvent } from "./transaction-event.ts";

const fact: TransactionFact = {
  kind: "transaction",
  phase: "ended",
  transaction: { key: 1, id: "T", startFailed: false, remoteStartId: 7, startedAt: 0 },
  trigger: "RemoteStop",
  chargingState: "EVConnected",
  at: 0,
  seqNo: 4,
  offline: false,
  evse: 1,
  connector: 2,
  tellEvse: false,
  token: null,
  idToken: { idToken: "A", type: "ISO14443" },
  tellRemoteStart: false,
  stoppedReason: null,
  meter: 5,
  phases: null,
  readings: [],
};

test("says what it has to, and nothing twice (E01.FR.16, E03.FR.01, E12.FR.01, F01.FR.25)", () => {
  expect(transactionEvent(fact)).toEqual({
    eventType: "Ended",
    timestamp: "1970-01-01T00:00:00.000Z",
    triggerReason: "RemoteStop",
    seqNo: 4,
    transactionInfo: { transactionId: "T", chargingState: "EVConnected" },
  });
  const whole = {
    ...fact,
    offline: true,
    tellEvse: true,
    tellRemoteStart: true,
    phases: 3,
    token: fact.idToken,
  };
  expect(transactionEvent(whole)).toMatchObject({
    offline: true,
    numberOfPhasesUsed: 3,
    evse: { id: 1, connectorId: 2 },
    idToken: { idToken: "A", type: "ISO14443" },
    transactionInfo: { remoteStartId: 7 },
  });
});

test.each([
  ["SoftReset", "ImmediateReset"],
  ["UnlockCommand", "Other"],
  ["StoppedByEV", "StoppedByEV"],
  ["GroundFault", "GroundFault"],
] as const)("%s is told as %s", (stoppedReason, told) => {
  expect(transactionEvent({ ...fact, stoppedReason }).transactionInfo.stoppedReason).toBe(told);
});

test("the answer may say something of the token, and never gives an id", () => {
  expect(readTransactionEvent({})).toEqual({ id: null, token: null });
  const payload = { transactionId: 5, idTokenInfo: { status: "Blocked" } };
  expect(readTransactionEvent(payload)).toEqual({ id: null, token: { status: "Blocked" } });
});
