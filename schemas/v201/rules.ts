import type { Law } from "../../protocol/validate/law.ts";
import { enforce } from "../../protocol/validate/laws.ts";
import type { VersionRule } from "../../protocol/validate/rule.ts";
import { nullPayload } from "../../protocol/validate/rules.ts";
import { chargingProfile } from "./rules/charging-profile.ts";
import { deviceModel } from "./rules/device-model.ts";
import { localList } from "./rules/local-list.ts";
import { only } from "./rules/only.ts";
import { otherMessages } from "./rules/other-messages.ts";
import { smartCharging } from "./rules/smart-charging.ts";
import { transactionEvent } from "./rules/transaction-event.ts";
import { types } from "./rules/types.ts";

/** What the text asks for in every 2.x. */
export const commonLaws: readonly Law[] = [
  ...types,
  ...chargingProfile,
  ...smartCharging,
  ...localList,
  ...transactionEvent,
  ...deviceModel,
  ...otherMessages,
];

/** What the text of 2.0.1 asks for and its schemas do not. */
export const laws: readonly Law[] = [...commonLaws, ...only];

/** The rules of a 2.x that has these laws. */
export const rulesOf = (those: readonly Law[]): readonly VersionRule[] => [
  nullPayload("Part 4 §4.1.5"),
  enforce(those),
];

export const rules: readonly VersionRule[] = rulesOf(laws);
