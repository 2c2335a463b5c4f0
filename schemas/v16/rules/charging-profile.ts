import { isObject } from "../../../protocol/payload/read.ts";
import {
  having,
  memberLaw,
  named,
  objectLaw,
  request,
  response,
  type Law,
} from "../../../protocol/validate/law.ts";

import { rangeLaw } from "../../../protocol/validate/value-laws.ts";
import { disorderedPeriods, lateFirstPeriod } from "../../charging-schedule.ts";

const schedule = having("chargingSchedulePeriod", "startSchedule");
const profile = having("chargingProfilePurpose", "chargingProfileKind");
const remoteStart = request("RemoteStartTransaction", "chargingProfile");
const set = request("SetChargingProfile");

const purposeOf = (payload: { readonly [member: string]: unknown }): unknown => {
  const csChargingProfiles = payload["csChargingProfiles"];
  return isObject(csChargingProfiles) ? csChargingProfiles["chargingProfilePurpose"] : undefined;
};

/** Charging profiles and their schedules, wherever they stand. */
export const chargingProfile: readonly Law[] = [
  objectLaw({
    rule: "firstPeriod",
    requirement: "1.6 §5.16.4, §7.13",
    kind: "property",
    expected: "0, the start of the schedule",
    at: schedule,
    find: lateFirstPeriod,
  }),
  objectLaw({
    rule: "periodOrder",
    requirement: "1.6 §7.14",
    severity: "warning",
    kind: "property",
    expected: "a later start than that of the period before, whose end it is",
    at: schedule,
    find: disorderedPeriods,
  }),
  rangeLaw("stackLevel", [0, Infinity], named("integer", "stackLevel"), {
    requirement: "1.6 §7.8",
  }),
  memberLaw({
    rule: "recurrencyKind",
    requirement: "1.6 errata §3.56",
    kind: "occurrence",
    expected: "no recurrencyKind, unless chargingProfileKind is Recurring",
    at: profile,
    culprit: ["recurrencyKind"],
    isWrong: (object) =>
      object["recurrencyKind"] !== undefined && object["chargingProfileKind"] !== "Recurring",
  }),
  memberLaw({
    rule: "transactionIdOfProfile",
    requirement: "1.6 §7.8",
    kind: "occurrence",
    expected: "no transactionId, unless chargingProfilePurpose is TxProfile",
    at: request("SetChargingProfile", "csChargingProfiles"),
    culprit: ["transactionId"],
    isWrong: (object) =>
      object["transactionId"] !== undefined && object["chargingProfilePurpose"] !== "TxProfile",
  }),
  memberLaw({
    rule: "maxProfileConnector",
    requirement: "1.6 §3.13.1",
    kind: "property",
    expected: "0, since the profile limits the whole station",
    at: set,
    culprit: ["connectorId"],
    isWrong: (payload) => payload["connectorId"] !== 0 && purposeOf(payload) === "ChargePointMaxProfile",
  }),
  memberLaw({
    rule: "txProfileConnector",
    requirement: "1.6 §3.13.1",
    kind: "property",
    expected: "a connector, from 1 on, since the profile limits one transaction",
    at: set,
    culprit: ["connectorId"],
    isWrong: (payload) => Number(payload["connectorId"]) < 1 && purposeOf(payload) === "TxProfile",
  }),
  memberLaw({
    rule: "remoteStartPurpose",
    requirement: "1.6 §5.11, §5.16.2",
    kind: "property",
    expected: "TxProfile",
    at: remoteStart,
    culprit: ["chargingProfilePurpose"],
    isWrong: (object) => object["chargingProfilePurpose"] !== "TxProfile",
  }),
  memberLaw({
    rule: "remoteStartTransactionId",
    requirement: "1.6 §5.16.2",
    kind: "occurrence",
    expected: "no transactionId, since there is no transaction yet",
    at: remoteStart,
    culprit: ["transactionId"],
    isWrong: (object) => object["transactionId"] !== undefined,
  }),
  memberLaw({
    rule: "compositeStart",
    requirement: "1.6 errata §3.57",
    kind: "occurrence",
    expected: "no startSchedule; scheduleStart beside the schedule says it",
    at: response("GetCompositeSchedule", "chargingSchedule"),
    culprit: ["startSchedule"],
    isWrong: (object) => object["startSchedule"] !== undefined,
  }),
];
