import { memberLaw, request, type Law } from "../../../protocol/validate/law.ts";
import { decimalsOfMember } from "../../../protocol/validate/value-laws.ts";

/** What 2.1 asks for no longer, or of other members. */
export const only: readonly Law[] = [
  decimalsOfMember("oneDecimal", 1, ["limit", "minChargingRate"], {
    requirement: "Part 2 §2.11, §2.12",
    severity: "warning",
  }),
  memberLaw({
    rule: "chargingNeeds",
    requirement: "K15.FR.06, K17.FR.06",
    severity: "error",
    kind: "occurrence",
    expected: "either acChargingParameters or dcChargingParameters",
    at: request("NotifyEVChargingNeeds", "chargingNeeds"),
    culprit: [],
    isWrong: ({ acChargingParameters, dcChargingParameters }) =>
      (acChargingParameters === undefined) === (dcChargingParameters === undefined),
  }),
];
