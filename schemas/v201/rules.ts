import type { RuleMaker } from "../../protocol/validate/rule.ts";
import { emptyOptionalMembers, nullPayload, plainTimestamps } from "../../protocol/validate/rules.ts";

/** What the text of 2.0.1 asks for and its schemas do not. */
export const rules: readonly RuleMaker[] = [
  nullPayload("Part 4 §4.1.5"),
  emptyOptionalMembers("Part 4 §4.1.5"),
  plainTimestamps("Part 2 §3.1"),
];
