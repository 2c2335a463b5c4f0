import { anyOf, memberLaw, request, type Law } from "../../../protocol/validate/law.ts";
import { decimalsOfMember, rangeLaw } from "../../../protocol/validate/value-laws.ts";

/** What 2.1 asks for no longer, or of other members, or has taken up into its schemas. */
export const only: readonly Law[] = [
  decimalsOfMember("oneDecimal", 1, ["limit", "minChargingRate"], {
    requirement: "Part 2 §2.11, §2.12",
    severity: "warning",
  }),
  memberLaw({
    rule: "chargingNeeds",
    requirement: "K15.FR.06, K17.FR.06",
    kind: "occurrence",
    expected: "either acChargingParameters or dcChargingParameters",
    at: request("NotifyEVChargingNeeds", "chargingNeeds"),
    culprit: [],
    isWrong: ({ acChargingParameters, dcChargingParameters }) =>
      (acChargingParameters === undefined) === (dcChargingParameters === undefined),
  }),
  rangeLaw(
    "messageId",
    [0, Infinity],
    ({ path, owner }) =>
      path.at(-1) === "id" &&
      ["priority", "message"].every((name) => Object.hasOwn(owner?.properties ?? {}, name)),
    { requirement: "Part 2 §2.31" },
  ),
  rangeLaw(
    "evseId",
    [1, Infinity],
    anyOf(
      request("RequestStartTransaction", "evseId"),
      request("NotifyChargingLimit", "evseId"),
      request("NotifyEVChargingNeeds", "evseId"),
      request("NotifyEVChargingSchedule", "evseId"),
    ),
    { requirement: "Part 2 §1.33.1, §1.36.1, §1.37.1, §1.44.1" },
  ),
];
