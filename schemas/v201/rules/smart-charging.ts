import { memberLaw, request, response, type Law, type Members } from "../../../protocol/validate/law.ts";

const lacksAll = (object: Members, names: readonly string[]): boolean =>
  names.every((name) => object[name] === undefined);

/** Questions for and messages about charging profiles and limits. */
export const smartCharging: readonly Law[] = [
  memberLaw({
    rule: "profileCriteria",
    requirement: "K09.FR.03",
    kind: "occurrence",
    expected: "chargingProfileId, or one of stackLevel, chargingLimitSource and chargingProfilePurpose",
    at: request("GetChargingProfiles", "chargingProfile"),
    culprit: [],
    isWrong: (object) =>
      lacksAll(object, ["chargingProfileId", "stackLevel", "chargingLimitSource", "chargingProfilePurpose"]),
  }),
  memberLaw({
    rule: "clearCriteria",
    requirement: "K10.FR.02",
    kind: "occurrence",
    expected: "chargingProfileId, or one of stackLevel, evseId and chargingProfilePurpose",
    at: request("ClearChargingProfile"),
    culprit: [],
    isWrong: ({ chargingProfileId, chargingProfileCriteria: criteria }) =>
      chargingProfileId === undefined &&
      (typeof criteria !== "object" ||
        criteria === null ||
        lacksAll({ ...criteria }, ["stackLevel", "evseId", "chargingProfilePurpose"])),
  }),
  memberLaw({
    rule: "clearExternalConstraints",
    requirement: "K10.FR.06",
    kind: "property",
    expected: "a purpose other than ChargingStationExternalConstraints",
    at: request("ClearChargingProfile", "chargingProfileCriteria"),
    culprit: ["chargingProfilePurpose"],
    isWrong: ({ chargingProfilePurpose }) => chargingProfilePurpose === "ChargingStationExternalConstraints",
  }),
  memberLaw({
    rule: "limitOfCso",
    requirement: "K11.FR.05, K12.FR.04",
    kind: "property",
    expected: "a source other than CSO",
    at: request("NotifyChargingLimit", "chargingLimit"),
    culprit: ["chargingLimitSource"],
    isWrong: ({ chargingLimitSource }) => chargingLimitSource === "CSO",
  }),
  memberLaw({
    rule: "compositeSchedule",
    requirement: "Part 2 §1.20.2",
    kind: "occurrence",
    expected: "the schedule, unless status is Rejected",
    at: response("GetCompositeSchedule"),
    culprit: ["schedule"],
    isWrong: ({ status, schedule }) => status !== "Rejected" && schedule === undefined,
  }),
];
