import { isObject } from "../../../protocol/payload/read.ts";
import { memberLaw, request, type Law, type Members } from "../../../protocol/validate/law.ts";

const event = request("TransactionEvent");
const info = ({ transactionInfo }: Members, member: string): unknown =>
  isObject(transactionInfo) ? transactionInfo[member] : undefined;

/** Reasons to end a transaction that are never the driver's own wish at the station. */
const notTheDriver = new Set<unknown>([
  "AbnormalCondition",
  "Deauthorized",
  "EnergyLimitReached",
  "EVConnectTimeout",
  "RemoteStop",
  "ResetCommand",
  "TimeLimitReached",
]);

/** What one TransactionEvent must tell by itself, as its trigger shows. */
export const transactionEvent: readonly Law[] = [
  memberLaw({
    rule: "authorizedToken",
    requirement: "E02.FR.01, E03.FR.01",
    kind: "occurrence",
    expected: "the idToken that was authorized",
    at: event,
    culprit: ["idToken"],
    isWrong: ({ triggerReason, idToken }) => triggerReason === "Authorized" && idToken === undefined,
  }),
  memberLaw({
    rule: "pluggedConnector",
    requirement: "E01.FR.16",
    kind: "occurrence",
    expected: "EVSE and connector that the vehicle was connected to",
    at: event,
    culprit: ["evse", "connectorId"],
    // Later in a transaction the vehicle may have come back to where it is known to be.
    isWrong: ({ eventType, triggerReason, evse }) =>
      eventType === "Started" &&
      triggerReason === "CablePluggedIn" &&
      !(isObject(evse) && evse["connectorId"] !== undefined),
  }),
  memberLaw({
    rule: "changedState",
    requirement: "E02.FR.13",
    kind: "occurrence",
    expected: "the chargingState that was changed to",
    at: event,
    culprit: ["transactionInfo", "chargingState"],
    isWrong: (payload) =>
      payload["triggerReason"] === "ChargingStateChanged" && info(payload, "chargingState") === undefined,
  }),
  memberLaw({
    rule: "triggeredState",
    requirement: "F06.FR.07",
    kind: "occurrence",
    expected: "the chargingState, in answer to a TriggerMessage",
    at: event,
    culprit: ["transactionInfo", "chargingState"],
    isWrong: (payload) =>
      payload["triggerReason"] === "Trigger" && info(payload, "chargingState") === undefined,
  }),
  memberLaw({
    rule: "remoteStartId",
    requirement: "F02.FR.21, F01.FR.25",
    kind: "occurrence",
    expected: "the remoteStartId of the RequestStartTransaction",
    at: event,
    culprit: ["transactionInfo", "remoteStartId"],
    isWrong: (payload) =>
      payload["triggerReason"] === "RemoteStart" && info(payload, "remoteStartId") === undefined,
  }),
  memberLaw({
    rule: "stoppedReason",
    requirement: "E06.FR.08",
    kind: "occurrence",
    expected: "a stoppedReason, since it was not the driver who ended the transaction",
    at: event,
    culprit: ["transactionInfo", "stoppedReason"],
    isWrong: (payload) =>
      payload["eventType"] === "Ended" &&
      notTheDriver.has(payload["triggerReason"]) &&
      info(payload, "stoppedReason") === undefined,
  }),
  memberLaw({
    rule: "remoteStopReason",
    requirement: "F03.FR.03",
    kind: "property",
    expected: "Remote, as triggerReason is RemoteStop",
    at: event,
    culprit: ["transactionInfo", "stoppedReason"],
    isWrong: (payload) =>
      payload["eventType"] === "Ended" &&
      payload["triggerReason"] === "RemoteStop" &&
      !["Remote", undefined].includes(text(info(payload, "stoppedReason"))),
  }),
];

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
