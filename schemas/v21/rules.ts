import type { VersionRule } from "../../protocol/validate/rule.ts";
import { commonLaws, rulesOf } from "../v201/rules.ts";

/** The text of 2.1 asks for what that of 2.0.1 does, but for what 2.0.1 asks for alone. */
export const rules: readonly VersionRule[] = rulesOf(commonLaws);
