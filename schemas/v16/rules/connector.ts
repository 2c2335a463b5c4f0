import { anyOf, memberLaw, request, type Law } from "../../../protocol/validate/law.ts";
import { rangeLaw } from "../../../protocol/validate/value-laws.ts";

/** What 0, the station as a whole, means for connector numbers; they count from 1 (1.6 §3.8). */

const onWhole = new Set<unknown>(["Available", "Unavailable", "Faulted"]);
const duringCommunication = new Set<unknown>(["Preparing", "SuspendedEV", "SuspendedEVSE", "Finishing"]);

export const connector: readonly Law[] = [
  rangeLaw("connectorId", [1, Infinity], request("StartTransaction", "connectorId"), {
    requirement: "1.6 §6.45",
  }),
  rangeLaw("connectorId", [1, Infinity], request("RemoteStartTransaction", "connectorId"), {
    requirement: "1.6 §6.33",
  }),
  rangeLaw("connectorId", [1, Infinity], request("UnlockConnector", "connectorId"), {
    requirement: "1.6 §6.53",
  }),
  rangeLaw(
    "connectorId",
    [0, Infinity],
    anyOf(
      request("ChangeAvailability", "connectorId"),
      request("MeterValues", "connectorId"),
      request("ReserveNow", "connectorId"),
      request("StatusNotification", "connectorId"),
    ),
    { requirement: "1.6 §6.7, §6.31, §6.37, §6.47" },
  ),
  // The field list wants more than 0 and the story (§5.17) asks for the status of 0: only less than 0 is surely wrong.
  rangeLaw(
    "connectorId",
    [0, Infinity],
    anyOf(request("TriggerMessage", "connectorId"), request("ExtendedTriggerMessage", "connectorId")),
    { requirement: "1.6 §5.17, §6.51, white paper §5.5" },
  ),
  memberLaw({
    rule: "statusOfStation",
    requirement: "1.6 §4.9",
    kind: "property",
    expected: "Available, Unavailable or Faulted for connector 0",
    at: request("StatusNotification"),
    culprit: ["status"],
    isWrong: ({ connectorId, status }) => connectorId === 0 && !onWhole.has(status),
  }),
  memberLaw({
    rule: "communicationError",
    requirement: "1.6 §4.9",
    kind: "property",
    expected: "Preparing, SuspendedEV, SuspendedEVSE or Finishing with EVCommunicationError",
    at: request("StatusNotification"),
    culprit: ["status"],
    isWrong: ({ errorCode, status }) =>
      errorCode === "EVCommunicationError" && !duringCommunication.has(status),
  }),
  memberLaw({
    rule: "mainMeterTransaction",
    requirement: "1.6 errata §3.16",
    severity: "warning",
    kind: "occurrence",
    expected: "no transactionId for connector 0, the main meter",
    at: request("MeterValues"),
    culprit: ["transactionId"],
    isWrong: ({ connectorId, transactionId }) => connectorId === 0 && transactionId !== undefined,
  }),
];
