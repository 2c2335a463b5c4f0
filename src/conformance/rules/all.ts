import type { Dialect } from "../../../protocol/dialect.ts";
import { pendingKeptOpen, pendingObeyed, rejectedObeyed } from "./boot/boot-status-kept.ts";
import { currentTime } from "./boot/current-time.ts";
import { errorCodes } from "./framing/error-codes.ts";
import { readable } from "./framing/readable.ts";
import { subprotocol } from "./handshake/subprotocol.ts";
import { answered, noCallError } from "./pairing/answered.ts";
import { noUnsolicitedAnswer } from "./pairing/no-unsolicited-answer.ts";
import { oneCallAtATime } from "./pairing/one-call-at-a-time.ts";
import { uniqueMessageIds } from "./pairing/unique-message-ids.ts";
import { messageAdvice, messageRules, schema, timeDecimals } from "./schema/schema.ts";
import { citationOf, type Citation, type Rule, type RuleFinding, type RuleInput } from "./rule.ts";

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
    const citation = citationOf(rule, dialect);
    const finding = citation === undefined ? null : rule.judge(input);
    return citation === undefined || finding === null ? [] : [{ rule, citation, finding }];
  });
}
