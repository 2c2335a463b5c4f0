import { isObject } from "../../../protocol/payload/read.ts";
import {
  allOf,
  having,
  memberLaw,
  objectLaw,
  request,
  requestOfCsms,
  type Law,
  type Members,
} from "../../../protocol/validate/law.ts";
import type { Path } from "../../../protocol/validate/pointer.ts";

import { rangeLaw } from "../../../protocol/validate/value-laws.ts";
import { disorderedPeriods, lateFirstPeriod } from "../../charging-schedule.ts";

const schedule = having("chargingSchedulePeriod", "startSchedule");
const profile = having("chargingProfilePurpose", "chargingProfileKind");
const period = having("startPeriod", "phaseToUse", "numberPhases");
const set = request("SetChargingProfile");
const setProfile = request("SetChargingProfile", "chargingProfile");
const remoteStart = request("RequestStartTransaction", "chargingProfile");

const purposeOf = ({ chargingProfile }: Members): unknown =>
  isObject(chargingProfile) ? chargingProfile["chargingProfilePurpose"] : undefined;

/** The way to `startSchedule` of the schedules of which something holds. */
const starts = ({ chargingSchedule }: Members, isWrong: (start: unknown) => boolean): readonly Path[] =>
  Array.isArray(chargingSchedule)
    ? chargingSchedule.flatMap((one, index) =>
        isObject(one) && isWrong(one["startSchedule"]) ? [["chargingSchedule", index, "startSchedule"]] : [],
      )
    : [];

/** Charging profiles and their schedules, whichever message they come in. */
const everywhere: readonly Law[] = [
  objectLaw({
    rule: "firstPeriod",
    requirement: "K01.FR.31",
    kind: "property",
    expected: "0, the start of the schedule",
    at: schedule,
    find: lateFirstPeriod,
  }),
  objectLaw({
    rule: "periodOrder",
    requirement: "K01.FR.35",
    kind: "property",
    expected: "a later start than that of the period before",
    at: schedule,
    find: disorderedPeriods,
  }),
  memberLaw({
    rule: "phaseToUse",
    requirement: "K01.FR.19",
    kind: "occurrence",
    expected: "no phaseToUse, unless numberPhases is 1",
    at: allOf(period, requestOfCsms),
    culprit: ["phaseToUse"],
    isWrong: ({ phaseToUse, numberPhases }) => phaseToUse !== undefined && numberPhases !== 1,
  }),
  rangeLaw("phase", [1, 3], ({ path }) => path.at(-1) === "phaseToUse", {
    requirement: "Part 2 §2.11",
  }),
  objectLaw({
    rule: "startMissing",
    requirement: "K01.FR.40",
    kind: "occurrence",
    expected: "a startSchedule in an Absolute or Recurring profile",
    at: profile,
    find: (object) =>
      object["chargingProfileKind"] === "Absolute" || object["chargingProfileKind"] === "Recurring"
        ? starts(object, (start) => start === undefined)
        : [],
  }),
  objectLaw({
    rule: "startOfRelative",
    requirement: "K01.FR.41",
    kind: "occurrence",
    expected: "no startSchedule in a Relative profile",
    at: profile,
    find: (object) =>
      object["chargingProfileKind"] === "Relative" ? starts(object, (start) => start !== undefined) : [],
  }),
  memberLaw({
    rule: "maxProfileRelative",
    requirement: "K01.FR.38",
    kind: "property",
    expected: "Absolute or Recurring for ChargingStationMaxProfile",
    at: profile,
    culprit: ["chargingProfileKind"],
    isWrong: ({ chargingProfilePurpose, chargingProfileKind }) =>
      chargingProfilePurpose === "ChargingStationMaxProfile" && chargingProfileKind === "Relative",
  }),
  memberLaw({
    rule: "recurrencyMissing",
    // No requirement says so; the test case checks it.
    requirement: "Part 6 TC_K_70_CSMS",
    severity: "warning",
    kind: "occurrence",
    expected: "a recurrencyKind in a Recurring profile",
    at: profile,
    culprit: ["recurrencyKind"],
    isWrong: ({ chargingProfileKind, recurrencyKind }) =>
      chargingProfileKind === "Recurring" && recurrencyKind === undefined,
  }),
  memberLaw({
    rule: "recurrencyOfOther",
    requirement: "Part 6 TC_K_01_CSMS (errata 2025-09 §6.3.13)",
    severity: "warning",
    kind: "occurrence",
    expected: "no recurrencyKind, unless chargingProfileKind is Recurring",
    at: profile,
    culprit: ["recurrencyKind"],
    isWrong: ({ chargingProfileKind, recurrencyKind }) =>
      chargingProfileKind !== "Recurring" && recurrencyKind !== undefined,
  }),
  memberLaw({
    rule: "schedulesToChooseFrom",
    requirement: "Part 2 §2.10",
    kind: "occurrence",
    expected: "one chargingSchedule, unless chargingProfilePurpose is TxProfile",
    at: profile,
    culprit: ["chargingSchedule"],
    isWrong: ({ chargingProfilePurpose, chargingSchedule }) =>
      chargingProfilePurpose !== "TxProfile" &&
      Array.isArray(chargingSchedule) &&
      chargingSchedule.length > 1,
  }),
];

const inSetChargingProfile: readonly Law[] = [
  memberLaw({
    rule: "externalConstraints",
    requirement: "K01.FR.22",
    kind: "property",
    expected: "a purpose other than ChargingStationExternalConstraints",
    at: setProfile,
    culprit: ["chargingProfilePurpose"],
    isWrong: (object) => object["chargingProfilePurpose"] === "ChargingStationExternalConstraints",
  }),
  memberLaw({
    rule: "txProfileTransaction",
    requirement: "K01.FR.03",
    kind: "occurrence",
    expected: "the transactionId that a TxProfile is for",
    at: setProfile,
    culprit: ["transactionId"],
    isWrong: (object) =>
      object["chargingProfilePurpose"] === "TxProfile" && object["transactionId"] === undefined,
  }),
  memberLaw({
    rule: "transactionIdOfProfile",
    requirement: "Part 2 §2.10",
    kind: "occurrence",
    expected: "no transactionId, unless chargingProfilePurpose is TxProfile",
    at: setProfile,
    culprit: ["transactionId"],
    isWrong: (object) =>
      object["chargingProfilePurpose"] !== "TxProfile" && object["transactionId"] !== undefined,
  }),
  memberLaw({
    rule: "txProfileEvse",
    requirement: "K01.FR.16",
    kind: "property",
    expected: "an EVSE, from 1 on, since the profile limits one transaction",
    at: set,
    culprit: ["evseId"],
    isWrong: (payload) => Number(payload["evseId"]) < 1 && purposeOf(payload) === "TxProfile",
  }),
  memberLaw({
    rule: "maxProfileEvse",
    requirement: "K04.FR.03",
    kind: "property",
    expected: "0, since the profile limits the whole station",
    at: set,
    culprit: ["evseId"],
    isWrong: (payload) => payload["evseId"] !== 0 && purposeOf(payload) === "ChargingStationMaxProfile",
  }),
];

const inRequestStart: readonly Law[] = [
  memberLaw({
    rule: "remoteStartPurpose",
    requirement: "F01.FR.09, F02.FR.17",
    kind: "property",
    expected: "TxProfile",
    at: remoteStart,
    culprit: ["chargingProfilePurpose"],
    isWrong: (object) => object["chargingProfilePurpose"] !== "TxProfile",
  }),
  memberLaw({
    rule: "remoteStartTransactionId",
    requirement: "F01.FR.11, F02.FR.19",
    kind: "occurrence",
    expected: "no transactionId, since there is no transaction yet",
    at: remoteStart,
    culprit: ["transactionId"],
    isWrong: (object) => object["transactionId"] !== undefined,
  }),
];

export const chargingProfile: readonly Law[] = [...everywhere, ...inSetChargingProfile, ...inRequestStart];
