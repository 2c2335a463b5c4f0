import type { Law } from "../../protocol/validate/law.ts";
import { enforce } from "../../protocol/validate/laws.ts";
import type { VersionRule } from "../../protocol/validate/rule.ts";
import { nullPayload } from "../../protocol/validate/rules.ts";
import { emptyList, integer32, timestampZone } from "../../protocol/validate/value-laws.ts";
import { chargingProfile } from "./rules/charging-profile.ts";
import { connector } from "./rules/connector.ts";
import { celsius, otherMessages } from "./rules/other-messages.ts";
import { tolerances } from "./rules/tolerances.ts";

/** Minimum occurrences that the JSON schemas forgot. */
export const filledLists: readonly Law[] = [
  emptyList("meterValue", { requirement: "1.6 §6.31" }),
  emptyList("sampledValue", { requirement: "1.6 §7.33" }),
  emptyList("chargingSchedulePeriod", { requirement: "1.6 §7.13" }),
];

/** What the text of 1.6 asks for and its schemas do not. */
export const laws: readonly Law[] = [
  // Only the service descriptions of OCPP-S say how large an integer is.
  integer32({ requirement: "OCPP-S 1.6, xs:int", severity: "warning" }),
  timestampZone(["Z", "z", "+00:00", "-00:00"], { requirement: "1.6 §3.14", severity: "warning" }),
  ...filledLists,
  ...chargingProfile,
  ...connector,
  ...otherMessages,
];

const nullInJson = nullPayload("OCPP-J 1.6 §4.2");

/** For both encodings. */
export const rules: readonly VersionRule[] = [nullInJson, enforce(laws), ...tolerances];

/** For JSON alone. */
export const jsonLaws: readonly Law[] = [...laws, celsius];
export const jsonRules: readonly VersionRule[] = [nullInJson, enforce(jsonLaws), ...tolerances];
