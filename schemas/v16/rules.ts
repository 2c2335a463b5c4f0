import type { RuleMaker } from "../../protocol/validate/rule.ts";
import { filledLists, nullPayload } from "../../protocol/validate/rules.ts";

/** What the text of 1.6 asks for and its schemas do not. */
export const rules: readonly RuleMaker[] = [
  nullPayload("OCPP-J 1.6 §4.2"),
  filledLists(
    new Map([
      ["meterValue", "1.6 §6.31"],
      ["sampledValue", "1.6 §7.33"],
      ["chargingSchedulePeriod", "1.6 §7.13"],
    ]),
  ),
];
