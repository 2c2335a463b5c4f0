import type { RuleSample } from "./sample.ts";

const property = { severity: "error", code: "PropertyConstraintViolation" } as const;
const occurrence = { severity: "error", code: "OccurrenceConstraintViolation" } as const;
const advice = { severity: "warning", code: "PropertyConstraintViolation" } as const;

const token = (idToken: string, type = "ISO14443"): object => ({ idToken: { idToken, type } });
const info = (more: object): object => ({ idTokenInfo: { status: "Accepted", ...more } });
const monitor = (more: object): object => ({
  setMonitoringData: [
    { value: 1, type: "Delta", severity: 9, component: { name: "A" }, variable: { name: "B" }, ...more },
  ],
});
const shown = (id: number): object => ({
  message: { id, priority: "InFront", message: { format: "UTF8", content: "x" } },
});

const authorize = ["Authorize", "request"] as const;
const authorized = ["Authorize", "response"] as const;
const heartbeat = ["Heartbeat", "response"] as const;

/** Datatypes, wherever they stand. */
export const samplesOfTypes: readonly RuleSample[] = [
  {
    rule: "nullPayload",
    requirement: "Part 4 §4.1.5",
    severity: "warning",
    code: "FormatViolation",
    pointer: "",
    message: ["ClearCache", "request"],
    good: {},
    bad: null,
  },
  ...[null, {}, []].map((data): RuleSample => ({
    rule: "emptyMember",
    requirement: "Part 4 §4.1.5",
    ...advice,
    pointer: "/data",
    message: ["DataTransfer", "request"],
    good: { vendorId: "x", data: [null] },
    bad: { vendorId: "x", data },
  })),
  {
    rule: "emptyMember",
    requirement: "Part 4 §4.1.5",
    ...advice,
    pointer: "/chargingStation/modem",
    message: ["BootNotification", "request"],
    good: { reason: "PowerUp", chargingStation: { model: "M", vendorName: "V" } },
    bad: { reason: "PowerUp", chargingStation: { model: "M", vendorName: "V", modem: {} } },
  },
  {
    rule: "integer32",
    requirement: "Part 2 §2.1.4",
    ...property,
    pointer: "/requestId",
    message: ["GetBaseReport", "request"],
    good: { requestId: -(2 ** 31), reportBase: "FullInventory" },
    bad: { requestId: -(2 ** 31) - 1, reportBase: "FullInventory" },
  },
  ...[0.1234567, 1e-7, 123456.1234567].map((totalCost): RuleSample => ({
    rule: "decimals",
    requirement: "Part 2 §2.1.4",
    ...property,
    pointer: "/totalCost",
    message: ["TransactionEvent", "response"],
    good: { totalCost: 123456.123456 },
    bad: { totalCost },
  })),
  {
    // A station reports in full resolution.
    rule: "decimals",
    requirement: "Part 2 §2.1.4",
    ...property,
    pointer: "/totalCost",
    message: ["CostUpdated", "request"],
    good: { totalCost: 1e21, transactionId: "t" },
    bad: { totalCost: 0.1 + 0.2, transactionId: "t" },
  },
  {
    rule: "timestampDecimals",
    requirement: "Part 2 §2.1.4, §3.1",
    ...property,
    pointer: "/currentTime",
    message: heartbeat,
    good: { currentTime: "2026-01-31T12:00:00.123Z" },
    bad: { currentTime: "2026-01-31T12:00:00.1230Z" },
  },
  ...["2026-01-31T12:00:00+01:00", "2026-01-31T12:00:00-00:00"].map((currentTime): RuleSample => ({
    rule: "timestampZone",
    requirement: "Part 2 §3.1",
    ...advice,
    pointer: "/currentTime",
    message: heartbeat,
    good: { currentTime: "2026-01-31t12:00:00z" },
    bad: { currentTime },
  })),
  {
    rule: "identifierString",
    requirement: "Part 2 §2.1.4",
    ...property,
    pointer: "/idToken/idToken",
    message: authorize,
    good: token("AZaz09*-_=:+|@."),
    bad: token("04 A2"),
  },
  {
    rule: "identifierString",
    requirement: "Part 2 §2.1.4",
    ...property,
    pointer: "/chargingStation/modem/iccid",
    message: ["BootNotification", "request"],
    // A serial number of a station is a text, one of a certificate is not.
    good: { reason: "PowerUp", chargingStation: { model: "M", vendorName: "V", serialNumber: "1 2" } },
    bad: { reason: "PowerUp", chargingStation: { model: "M", vendorName: "V", modem: { iccid: "é" } } },
  },
  {
    rule: "identifierString",
    requirement: "Part 2 §2.1.4",
    ...property,
    pointer: "/setMonitoringData/0/component/instance",
    message: ["SetVariableMonitoring", "request"],
    good: monitor({ component: { name: "A", instance: "1" } }),
    bad: monitor({ component: { name: "A", instance: "1/2" } }),
  },
  {
    rule: "languageTag",
    requirement: "C01.FR.17",
    ...property,
    pointer: "/idTokenInfo/language1",
    message: authorized,
    good: info({ language1: "en-US", language2: "nl" }),
    bad: info({ language1: "en_US" }),
  },
  {
    rule: "secondLanguageAlone",
    requirement: "C01.FR.10",
    ...occurrence,
    pointer: "/idTokenInfo/language2",
    message: authorized,
    good: info({ language1: "en" }),
    bad: info({ language2: "en" }),
  },
  {
    rule: "sameLanguage",
    requirement: "C01.FR.11",
    ...property,
    pointer: "/idTokenInfo/language2",
    message: authorized,
    good: info({ language1: "en-GB", language2: "en-US" }),
    bad: info({ language1: "en-GB", language2: "en-gb" }),
  },
  {
    rule: "noAuthorizationToken",
    requirement: "C02.FR.01",
    ...property,
    pointer: "/idToken/idToken",
    message: authorize,
    good: token("", "NoAuthorization"),
    bad: token("A", "NoAuthorization"),
  },
  {
    rule: "chargingPriority",
    requirement: "Part 2 §1.60.2, §2.27",
    ...property,
    pointer: "/chargingPriority",
    message: ["TransactionEvent", "response"],
    good: { chargingPriority: -9 },
    bad: { chargingPriority: 10 },
  },
  {
    rule: "monitorSeverity",
    requirement: "Part 2 §1.54.1, §2.42",
    ...property,
    pointer: "/setMonitoringData/0/severity",
    message: ["SetVariableMonitoring", "request"],
    good: monitor({ severity: 0 }),
    bad: monitor({ severity: 10 }),
  },
  {
    rule: "messageId",
    requirement: "Part 2 §2.31",
    ...property,
    pointer: "/message/id",
    message: ["SetDisplayMessage", "request"],
    good: shown(0),
    bad: shown(-1),
  },
  {
    rule: "evseId",
    requirement: "Part 2 §2.23",
    ...advice,
    pointer: "/evse/id",
    message: ["ChangeAvailability", "request"],
    good: { operationalStatus: "Operative", evse: { id: 1 } },
    bad: { operationalStatus: "Operative", evse: { id: 0 } },
  },
  {
    rule: "evseId",
    requirement: "Part 2 §1.33.1, §1.36.1, §1.37.1, §1.44.1",
    ...property,
    pointer: "/evseId",
    message: ["RequestStartTransaction", "request"],
    good: { remoteStartId: 1, ...token("A"), evseId: 1 },
    bad: { remoteStartId: 1, ...token("A"), evseId: 0 },
  },
];
