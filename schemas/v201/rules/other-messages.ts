import { memberLaw, request, response, type Law } from "../../../protocol/validate/law.ts";

/** Triggers, notices of long jobs, certificates, customer information. */
export const otherMessages: readonly Law[] = [
  memberLaw({
    rule: "triggerConnector",
    requirement: "F06.FR.13",
    kind: "occurrence",
    expected: "the connector whose StatusNotification is asked for",
    at: request("TriggerMessage"),
    culprit: ["evse", "connectorId"],
    isWrong: ({ requestedMessage, evse }) =>
      requestedMessage === "StatusNotification" &&
      !(typeof evse === "object" && evse !== null && "connectorId" in evse && evse.connectorId !== undefined),
  }),
  memberLaw({
    rule: "firmwareRequestId",
    requirement: "L01.FR.20, L02.FR.14",
    kind: "occurrence",
    expected: "the requestId of the UpdateFirmware, unless status is Idle",
    at: request("FirmwareStatusNotification"),
    culprit: ["requestId"],
    isWrong: ({ status, requestId }) => status !== "Idle" && requestId === undefined,
  }),
  memberLaw({
    rule: "logRequestId",
    requirement: "N01.FR.13",
    kind: "occurrence",
    expected: "the requestId of the GetLog, unless nothing is uploaded",
    at: request("LogStatusNotification"),
    culprit: ["requestId"],
    isWrong: ({ status, requestId }) => status !== "Idle" && requestId === undefined,
  }),
  memberLaw({
    rule: "publishedLocation",
    requirement: "L03.FR.04",
    kind: "occurrence",
    expected: "where the firmware was published",
    at: request("PublishFirmwareStatusNotification"),
    culprit: ["location"],
    isWrong: ({ status, location }) => status === "Published" && location === undefined,
  }),
  memberLaw({
    rule: "ocspResult",
    requirement: "M06.FR.03",
    kind: "occurrence",
    expected: "the ocspResult with status Accepted",
    at: response("GetCertificateStatus"),
    culprit: ["ocspResult"],
    isWrong: ({ status, ocspResult }) => status === "Accepted" && ocspResult === undefined,
  }),
  memberLaw({
    rule: "oneCustomer",
    requirement: "N09.FR.04, N09.FR.09",
    kind: "occurrence",
    expected: "exactly one of idToken, customerCertificate and customerIdentifier",
    at: request("CustomerInformation"),
    culprit: [],
    isWrong: ({ idToken, customerCertificate, customerIdentifier }) =>
      [idToken, customerCertificate, customerIdentifier].filter((given) => given !== undefined).length !== 1,
  }),
  memberLaw({
    rule: "nothingAsked",
    requirement: "N09.FR.07",
    // The station is advised to reject it; nobody forbids to ask.
    severity: "warning",
    kind: "property",
    expected: "report, clear or both to be true",
    at: request("CustomerInformation"),
    culprit: [],
    isWrong: ({ report, clear }) => report === false && clear === false,
  }),
];
