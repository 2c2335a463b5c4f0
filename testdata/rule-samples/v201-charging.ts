import type { RuleSample } from "./sample.ts";

const property = { severity: "error", code: "PropertyConstraintViolation" } as const;
const occurrence = { severity: "error", code: "OccurrenceConstraintViolation" } as const;

const period = { startPeriod: 0, limit: 16 };
const later = { startPeriod: 60, limit: 8 };
const startSchedule = "2026-01-31T12:00:00Z";
const schedule = { id: 1, chargingRateUnit: "A", chargingSchedulePeriod: [period, later] };
const relative = {
  id: 1,
  stackLevel: 0,
  chargingProfilePurpose: "TxDefaultProfile",
  chargingProfileKind: "Relative",
  chargingSchedule: [schedule],
};
const absolute = { chargingProfileKind: "Absolute", chargingSchedule: [{ ...schedule, startSchedule }] };
const maximum = { ...absolute, chargingProfilePurpose: "ChargingStationMaxProfile" };
const txProfile = { chargingProfilePurpose: "TxProfile", transactionId: "t" };
const external = "ChargingStationExternalConstraints";

const set = (more: object, evseId = 1): object => ({ evseId, chargingProfile: { ...relative, ...more } });
const setPeriods = (...chargingSchedulePeriod: object[]): object =>
  set({ chargingSchedule: [{ ...schedule, chargingSchedulePeriod }] });
const start = (more: object): object => ({
  remoteStartId: 1,
  idToken: { idToken: "A", type: "Central" },
  chargingProfile: { ...relative, chargingProfilePurpose: "TxProfile", ...more },
});
const needs = (more: object): object => ({
  evseId: 1,
  chargingNeeds: { requestedEnergyTransfer: "DC", ...more },
});
const dcChargingParameters = { evMaxCurrent: 100, evMaxVoltage: 400 };
const acChargingParameters = { energyAmount: 1, evMinCurrent: 6, evMaxCurrent: 16, evMaxVoltage: 230 };

const setRequest = ["SetChargingProfile", "request"] as const;
const startRequest = ["RequestStartTransaction", "request"] as const;
const limitRequest = ["NotifyChargingLimit", "request"] as const;
const clearRequest = ["ClearChargingProfile", "request"] as const;
const inFirst = "/chargingProfile/chargingSchedule/0";

/** Charging profiles, what asks for them and what is told of limits. */
export const samplesOfCharging: readonly RuleSample[] = [
  {
    rule: "firstPeriod",
    requirement: "K01.FR.31",
    ...property,
    pointer: `${inFirst}/chargingSchedulePeriod/0/startPeriod`,
    message: setRequest,
    good: setPeriods(period),
    bad: setPeriods(later),
  },
  {
    rule: "firstPeriod",
    requirement: "K01.FR.31",
    ...property,
    pointer: "/chargingSchedule/0/chargingSchedulePeriod/0/startPeriod",
    message: limitRequest,
    good: { chargingLimit: { chargingLimitSource: "EMS" }, chargingSchedule: [schedule] },
    bad: {
      chargingLimit: { chargingLimitSource: "EMS" },
      chargingSchedule: [{ ...schedule, chargingSchedulePeriod: [later] }],
    },
  },
  {
    rule: "periodOrder",
    requirement: "K01.FR.35",
    ...property,
    pointer: `${inFirst}/chargingSchedulePeriod/2/startPeriod`,
    message: setRequest,
    good: setPeriods(period, later),
    bad: setPeriods(period, later, period),
  },
  {
    rule: "phaseToUse",
    requirement: "K01.FR.19",
    ...occurrence,
    pointer: `${inFirst}/chargingSchedulePeriod/0/phaseToUse`,
    message: setRequest,
    good: setPeriods({ ...period, phaseToUse: 3, numberPhases: 1 }),
    bad: setPeriods({ ...period, phaseToUse: 3 }),
  },
  {
    rule: "phase",
    requirement: "Part 2 §2.11",
    ...property,
    pointer: `${inFirst}/chargingSchedulePeriod/0/phaseToUse`,
    message: setRequest,
    good: setPeriods({ ...period, phaseToUse: 1, numberPhases: 1 }),
    bad: setPeriods({ ...period, phaseToUse: 0, numberPhases: 1 }),
  },
  {
    rule: "startMissing",
    requirement: "K01.FR.40",
    ...occurrence,
    pointer: `${inFirst}/startSchedule`,
    message: setRequest,
    good: set(absolute),
    bad: set({ chargingProfileKind: "Absolute" }),
  },
  {
    rule: "startOfRelative",
    requirement: "K01.FR.41",
    ...occurrence,
    pointer: `${inFirst}/startSchedule`,
    message: setRequest,
    good: set({}),
    bad: set({ chargingSchedule: absolute.chargingSchedule }),
  },
  {
    rule: "maxProfileRelative",
    requirement: "K01.FR.38",
    ...property,
    pointer: "/chargingProfile/chargingProfileKind",
    message: setRequest,
    good: set(maximum, 0),
    bad: set({ chargingProfilePurpose: "ChargingStationMaxProfile" }, 0),
  },
  {
    rule: "recurrencyMissing",
    requirement: "Part 6 TC_K_70_CSMS",
    severity: "warning",
    code: "OccurrenceConstraintViolation",
    pointer: "/chargingProfile/recurrencyKind",
    message: setRequest,
    good: set({ ...absolute, chargingProfileKind: "Recurring", recurrencyKind: "Daily" }),
    bad: set({ ...absolute, chargingProfileKind: "Recurring" }),
  },
  {
    rule: "recurrencyOfOther",
    requirement: "Part 6 TC_K_01_CSMS (errata 2025-09 §6.3.13)",
    severity: "warning",
    code: "OccurrenceConstraintViolation",
    pointer: "/chargingProfile/recurrencyKind",
    message: setRequest,
    good: set({}),
    bad: set({ recurrencyKind: "Daily" }),
  },
  {
    rule: "schedulesToChooseFrom",
    requirement: "Part 2 §2.10",
    ...occurrence,
    pointer: "/chargingProfile/chargingSchedule",
    message: setRequest,
    good: set({ ...txProfile, chargingSchedule: [schedule, { ...schedule, id: 2 }] }),
    bad: set({ chargingSchedule: [schedule, { ...schedule, id: 2 }] }),
  },
  {
    rule: "externalConstraints",
    requirement: "K01.FR.22",
    ...property,
    pointer: "/chargingProfile/chargingProfilePurpose",
    message: setRequest,
    good: set({}),
    bad: set({ chargingProfilePurpose: external }),
  },
  {
    rule: "txProfileTransaction",
    requirement: "K01.FR.03",
    ...occurrence,
    pointer: "/chargingProfile/transactionId",
    message: setRequest,
    good: set(txProfile),
    bad: set({ chargingProfilePurpose: "TxProfile" }),
  },
  {
    rule: "transactionIdOfProfile",
    requirement: "Part 2 §2.10",
    ...occurrence,
    pointer: "/chargingProfile/transactionId",
    message: setRequest,
    good: set(txProfile),
    bad: set({ transactionId: "t" }),
  },
  {
    rule: "txProfileEvse",
    requirement: "K01.FR.16",
    ...property,
    pointer: "/evseId",
    message: setRequest,
    good: set(txProfile),
    bad: set(txProfile, 0),
  },
  {
    rule: "maxProfileEvse",
    requirement: "K04.FR.03",
    ...property,
    pointer: "/evseId",
    message: setRequest,
    good: set(maximum, 0),
    bad: set(maximum, 1),
  },
  {
    rule: "remoteStartPurpose",
    requirement: "F01.FR.09, F02.FR.17",
    ...property,
    pointer: "/chargingProfile/chargingProfilePurpose",
    message: startRequest,
    good: start({}),
    bad: start({ chargingProfilePurpose: "TxDefaultProfile" }),
  },
  {
    rule: "remoteStartTransactionId",
    requirement: "F01.FR.11, F02.FR.19",
    ...occurrence,
    pointer: "/chargingProfile/transactionId",
    message: startRequest,
    good: start({}),
    bad: start({ transactionId: "t" }),
  },
  {
    rule: "profileCriteria",
    requirement: "K09.FR.03",
    ...occurrence,
    pointer: "/chargingProfile",
    message: ["GetChargingProfiles", "request"],
    good: { requestId: 1, chargingProfile: { stackLevel: 0 } },
    bad: { requestId: 1, chargingProfile: {} },
  },
  {
    rule: "clearCriteria",
    requirement: "K10.FR.02",
    ...occurrence,
    pointer: "",
    message: clearRequest,
    good: { chargingProfileCriteria: { evseId: 0 } },
    bad: {},
  },
  {
    rule: "clearExternalConstraints",
    requirement: "K10.FR.06",
    ...property,
    pointer: "/chargingProfileCriteria/chargingProfilePurpose",
    message: clearRequest,
    good: { chargingProfileId: 1 },
    bad: { chargingProfileCriteria: { chargingProfilePurpose: external } },
  },
  {
    rule: "limitOfCso",
    requirement: "K11.FR.05, K12.FR.04",
    ...property,
    pointer: "/chargingLimit/chargingLimitSource",
    message: limitRequest,
    good: { chargingLimit: { chargingLimitSource: "SO" } },
    bad: { chargingLimit: { chargingLimitSource: "CSO" } },
  },
  {
    rule: "compositeSchedule",
    requirement: "Part 2 §1.20.2",
    ...occurrence,
    pointer: "/schedule",
    message: ["GetCompositeSchedule", "response"],
    good: { status: "Rejected" },
    bad: { status: "Accepted" },
  },
  {
    rule: "oneDecimal",
    requirement: "Part 2 §2.11, §2.12",
    severity: "warning",
    code: "PropertyConstraintViolation",
    pointer: `${inFirst}/chargingSchedulePeriod/0/limit`,
    message: setRequest,
    good: setPeriods({ ...period, limit: 0.3 }),
    bad: setPeriods({ ...period, limit: 8.25 }),
  },
  ...[{}, { acChargingParameters, dcChargingParameters }].map((given): RuleSample => ({
    rule: "chargingNeeds",
    requirement: "K15.FR.06, K17.FR.06",
    ...occurrence,
    pointer: "/chargingNeeds",
    message: ["NotifyEVChargingNeeds", "request"],
    good: needs({ dcChargingParameters }),
    bad: needs(given),
  })),
];
