import type { RuleSample } from "./sample.ts";

const property = { severity: "error", code: "PropertyConstraintViolation" } as const;
const occurrence = { severity: "error", code: "OccurrenceConstraintViolation" } as const;
const advice = { severity: "warning", code: "PropertyConstraintViolation" } as const;

const timestamp = "2026-01-31T12:00:00Z";
const idTokenInfo = { status: "Accepted" };
const token = (idToken: string, type = "ISO14443"): object => ({ idToken: { idToken, type } });
const list = (...localAuthorizationList: object[]): object => ({
  versionNumber: 1,
  updateType: "Full",
  localAuthorizationList,
});
const event = (eventType: string, triggerReason: string, info: object = {}, more: object = {}): object => ({
  eventType,
  timestamp,
  triggerReason,
  seqNo: 0,
  transactionInfo: { transactionId: "t", ...info },
  ...more,
});
const setting = (component: object, more: object = {}): object => ({
  attributeValue: "1",
  component: { name: "OCPPCommCtrlr", ...component },
  variable: { name: "HeartbeatInterval" },
  ...more,
});
const names = { component: { name: "A" }, variable: { name: "B" } };
const result = (more: object): object => ({ getVariableResult: [{ ...names, ...more }] });
const report = (attribute: object, characteristics: object): object => ({
  requestId: 1,
  generatedAt: timestamp,
  seqNo: 0,
  reportData: [
    {
      ...names,
      variableAttribute: [attribute],
      variableCharacteristics: { supportsMonitoring: false, ...characteristics },
    },
  ],
});
const monitor = { type: "Delta", severity: 5, ...names };
const happened = (more: object): object => ({
  generatedAt: timestamp,
  seqNo: 0,
  eventData: [
    {
      eventId: 1,
      timestamp,
      trigger: "Alerting",
      actualValue: "1",
      eventNotificationType: "CustomMonitor",
      ...names,
      ...more,
    },
  ],
});
const customer = (more: object): object => ({ requestId: 1, report: true, clear: false, ...more });

const eventRequest = ["TransactionEvent", "request"] as const;
const listRequest = ["SendLocalList", "request"] as const;
const variables = ["GetVariables", "response"] as const;
const reportRequest = ["NotifyReport", "request"] as const;
const customerRequest = ["CustomerInformation", "request"] as const;
const setVariables = ["SetVariables", "request"] as const;

/** What single messages have to carry. */
export const samplesOfMessages: readonly RuleSample[] = [
  {
    rule: "listVersion",
    requirement: "D01.FR.18",
    ...property,
    pointer: "/versionNumber",
    message: listRequest,
    good: { versionNumber: 1, updateType: "Full" },
    bad: { versionNumber: 0, updateType: "Full" },
  },
  {
    rule: "listEntryInfo",
    requirement: "Part 2 §2.4",
    ...occurrence,
    pointer: "/localAuthorizationList/1/idTokenInfo",
    message: listRequest,
    good: { ...list(token("A")), updateType: "Differential" },
    bad: list({ ...token("A"), idTokenInfo }, token("B")),
  },
  {
    rule: "listDuplicate",
    requirement: "D01.FR.06",
    ...property,
    pointer: "/localAuthorizationList/1/idToken",
    message: listRequest,
    good: list({ ...token("a"), idTokenInfo }, { ...token("A", "Central"), idTokenInfo }),
    bad: list({ ...token("a"), idTokenInfo }, { ...token("A"), idTokenInfo }),
  },
  {
    rule: "authorizedToken",
    requirement: "E02.FR.01, E03.FR.01",
    ...occurrence,
    pointer: "/idToken",
    message: eventRequest,
    good: event("Updated", "Authorized", {}, token("A")),
    bad: event("Updated", "Authorized"),
  },
  ...[{}, { evse: { id: 1 } }].map((known): RuleSample => ({
    rule: "pluggedConnector",
    requirement: "E01.FR.16",
    ...occurrence,
    pointer: "/evse/connectorId",
    message: eventRequest,
    good: event("Started", "CablePluggedIn", {}, { evse: { id: 1, connectorId: 1 } }),
    bad: event("Started", "CablePluggedIn", {}, known),
  })),
  {
    rule: "changedState",
    requirement: "E02.FR.13",
    ...occurrence,
    pointer: "/transactionInfo/chargingState",
    message: eventRequest,
    good: event("Updated", "ChargingStateChanged", { chargingState: "Charging" }),
    bad: event("Updated", "ChargingStateChanged"),
  },
  {
    rule: "triggeredState",
    requirement: "F06.FR.07",
    ...occurrence,
    pointer: "/transactionInfo/chargingState",
    message: eventRequest,
    good: event("Updated", "Trigger", { chargingState: "Charging" }),
    bad: event("Updated", "Trigger"),
  },
  {
    rule: "remoteStartId",
    requirement: "F02.FR.21, F01.FR.25",
    ...occurrence,
    pointer: "/transactionInfo/remoteStartId",
    message: eventRequest,
    good: event("Started", "RemoteStart", { remoteStartId: 1 }),
    bad: event("Started", "RemoteStart"),
  },
  {
    rule: "stoppedReason",
    requirement: "E06.FR.08",
    ...occurrence,
    pointer: "/transactionInfo/stoppedReason",
    message: eventRequest,
    good: event("Ended", "StopAuthorized"),
    bad: event("Ended", "RemoteStop"),
  },
  {
    rule: "remoteStopReason",
    requirement: "F03.FR.03",
    ...property,
    pointer: "/transactionInfo/stoppedReason",
    message: eventRequest,
    good: event("Ended", "RemoteStop", { stoppedReason: "Remote" }),
    bad: event("Ended", "RemoteStop", { stoppedReason: "Local" }),
  },
  {
    rule: "variableTwice",
    requirement: "B05.FR.13",
    ...property,
    pointer: "/setVariableData/1",
    message: setVariables,
    good: { setVariableData: [setting({}), setting({ evse: { id: 1 } }), setting({ instance: "2" })] },
    bad: {
      setVariableData: [setting({}), setting({ name: "ocppCommCtrlr" }, { attributeType: "Actual" })],
    },
  },
  {
    rule: "valueMissing",
    requirement: "B06.FR.10, B06.FR.13",
    ...occurrence,
    pointer: "/getVariableResult/0/attributeValue",
    message: variables,
    good: result({ attributeStatus: "Accepted", attributeValue: "" }),
    bad: result({ attributeStatus: "Accepted" }),
  },
  {
    rule: "valueOfUnknown",
    requirement: "B06.FR.06, B06.FR.07, B06.FR.08",
    ...occurrence,
    pointer: "/getVariableResult/0/attributeValue",
    message: variables,
    good: result({ attributeStatus: "UnknownVariable" }),
    bad: result({ attributeStatus: "UnknownVariable", attributeValue: "1" }),
  },
  {
    rule: "attributeValue",
    requirement: "Part 2 §2.50",
    ...occurrence,
    pointer: "/reportData/0/variableAttribute/0/value",
    message: reportRequest,
    good: report({ mutability: "WriteOnly" }, { dataType: "string" }),
    bad: report({}, { dataType: "string" }),
  },
  {
    rule: "valuesList",
    requirement: "Part 2 §2.51",
    ...occurrence,
    pointer: "/reportData/0/variableCharacteristics/valuesList",
    message: reportRequest,
    good: report({ value: "A" }, { dataType: "OptionList", valuesList: "A,B" }),
    bad: report({ value: "A" }, { dataType: "MemberList" }),
  },
  {
    rule: "deltaSign",
    requirement: "N04.FR.14",
    ...advice,
    pointer: "/setMonitoringData/0/value",
    message: ["SetVariableMonitoring", "request"],
    good: { setMonitoringData: [{ ...monitor, type: "LowerThreshold", value: -1 }] },
    bad: { setMonitoringData: [{ ...monitor, value: -1 }] },
  },
  {
    rule: "idOfRefusedMonitor",
    requirement: "Part 2 §2.43",
    ...occurrence,
    pointer: "/setMonitoringResult/0/id",
    message: ["SetVariableMonitoring", "response"],
    good: { setMonitoringResult: [{ ...monitor, status: "Accepted", id: 1 }] },
    bad: { setMonitoringResult: [{ ...monitor, status: "Rejected", id: 1 }] },
  },
  {
    rule: "monitoringId",
    requirement: "N07.FR.06",
    ...occurrence,
    pointer: "/eventData/0/variableMonitoringId",
    message: ["NotifyEvent", "request"],
    good: happened({ eventNotificationType: "HardWiredNotification" }),
    bad: happened({}),
  },
  ...[{}, { evse: { id: 1 } }].map((known): RuleSample => ({
    rule: "triggerConnector",
    requirement: "F06.FR.13",
    ...occurrence,
    pointer: "/evse/connectorId",
    message: ["TriggerMessage", "request"],
    good: { requestedMessage: "StatusNotification", evse: { id: 1, connectorId: 1 } },
    bad: { requestedMessage: "StatusNotification", ...known },
  })),
  {
    rule: "firmwareRequestId",
    requirement: "L01.FR.20, L02.FR.14",
    ...occurrence,
    pointer: "/requestId",
    message: ["FirmwareStatusNotification", "request"],
    good: { status: "Idle" },
    bad: { status: "Installed" },
  },
  {
    rule: "logRequestId",
    requirement: "N01.FR.13",
    ...occurrence,
    pointer: "/requestId",
    message: ["LogStatusNotification", "request"],
    good: { status: "Uploaded", requestId: 1 },
    bad: { status: "Uploaded" },
  },
  {
    rule: "publishedLocation",
    requirement: "L03.FR.04",
    ...occurrence,
    pointer: "/location",
    message: ["PublishFirmwareStatusNotification", "request"],
    good: { status: "Published", location: ["https://controller.example/f"] },
    bad: { status: "Published" },
  },
  {
    rule: "ocspResult",
    requirement: "M06.FR.03",
    ...occurrence,
    pointer: "/ocspResult",
    message: ["GetCertificateStatus", "response"],
    good: { status: "Failed" },
    bad: { status: "Accepted" },
  },
  ...[{}, { ...token("A"), customerIdentifier: "c" }].map((given): RuleSample => ({
    rule: "oneCustomer",
    requirement: "N09.FR.04, N09.FR.09",
    ...occurrence,
    pointer: "",
    message: customerRequest,
    good: customer({ customerIdentifier: "c" }),
    bad: customer(given),
  })),
  {
    rule: "nothingAsked",
    requirement: "N09.FR.07",
    ...advice,
    pointer: "",
    message: customerRequest,
    good: customer({ customerIdentifier: "c", clear: true }),
    bad: customer({ customerIdentifier: "c", report: false }),
  },
];
