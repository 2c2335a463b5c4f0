import type { Dialect } from "../../../protocol/dialect.ts";
import { answered, errorCodes, noCallError } from "./answered.ts";
import { pendingKeptOpen, pendingObeyed, rejectedObeyed } from "./boot-status-kept.ts";
import { currentTime } from "./current-time.ts";
import { noUnsolicitedAnswer } from "./no-unsolicited-answer.ts";
import { oneCallAtATime } from "./one-call-at-a-time.ts";
import { readable } from "./readable.ts";
import { messageAdvice, messageRules, schema, timeDecimals } from "./schema.ts";
import { subprotocol } from "./subprotocol.ts";
import { uniqueMessageIds } from "./unique-message-ids.ts";
import type { Citation, RuleFinding, Rule, RuleInput } from "./rule.ts";

/** Judged in every case, in the order of the report. */
export const rules: readonly Rule[] = [
  subprotocol,
  readable,
  schema,
  messageRules,
  timeDecimals,
  messageAdvice,
  answered,
  noCallError,
  errorCodes,
  noUnsolicitedAnswer,
  oneCallAtATime,
  uniqueMessageIds,
  currentTime,
  pendingObeyed,
  rejectedObeyed,
  pendingKeptOpen,
];

/** What each rule that applies found; those that had nothing to judge are left out. */
export function judgeRules(
  dialect: Dialect,
  input: RuleInput,
): { rule: Rule; citation: Citation; finding: RuleFinding }[] {
  return rules.flatMap((rule) => {
    const citation = rule.citations[dialect];
    const finding = citation === undefined ? null : rule.judge(input);
    return citation === undefined || finding === null ? [] : [{ rule, citation, finding }];
  });
}
