import { dialectEntry } from "../../../../protocol/dialect.ts";
import type { Dialect } from "../../../../protocol/dialect.ts";
import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";
import { badEnum } from "./bad-enum.ts";
import { callError } from "./call-error.ts";
import { doubleAnswer } from "./double-answer.ts";
import { extraMember } from "./extra-member.ts";
import { kebab } from "./kebab.ts";
import { memberMissing } from "./member-missing.ts";
import { nullPayload } from "./null-payload.ts";
import type { Pattern } from "./pattern.ts";
import { badResultTaken, resultRefused } from "./result-refused.ts";
import { sendAnswered } from "./send-answered.ts";
import { unanswered } from "./unanswered.ts";
import { unknownErrorCode } from "./unknown-error-code.ts";
import { wrongMessageId } from "./wrong-message-id.ts";

const patterns: readonly Pattern[] = [
  unanswered,
  callError,
  unknownErrorCode,
  nullPayload,
  wrongMessageId,
  doubleAnswer,
  sendAnswered,
  ...memberMissing,
  ...badEnum,
  ...extraMember,
  resultRefused,
  badResultTaken,
];

/** Of the names that patterns make: `<action>-unanswered`. */
export const patternForms: readonly string[] = patterns.map(({ ending }) => `<action>-${ending}`);

/** A pattern as people are told of it. */
export interface PatternView {
  /** `<action>-unanswered`: the action in kebab-case. */
  form: string;
  text: string;
  /** By dialect, the actions that it can break. */
  actions: { [dialect: string]: string[] };
}

/** All patterns and what they can break. */
export function patternViews(): PatternView[] {
  return patterns.map((pattern) => ({
    form: `<action>-${pattern.ending}`,
    text: pattern.text("<action>", "<member>"),
    actions: Object.fromEntries(
      everywhere
        .map((dialect) => [dialect, actionsOf(pattern, dialect)] as const)
        .filter(([, actions]) => actions.length > 0),
    ),
  }));
}

function actionsOf(pattern: Pattern, dialect: Dialect): string[] {
  const { catalogue, messageTypes } = dialectEntry(dialect);
  return Object.entries(catalogue).flatMap(([action, entry]) =>
    pattern.fits(entry, messageTypes) ? [action] : [],
  );
}

const member = "<member>";

/** What the patterns make under a name, one for each dialect whose messages it can break; empty when there is nothing. */
export function makeByPattern(name: string): Misbehaviour[] {
  return everywhere.flatMap((dialect) => {
    const { catalogue, messageTypes } = dialectEntry(dialect);
    for (const [action, entry] of Object.entries(catalogue)) {
      const start = `${kebab(action)}-`;
      if (!name.startsWith(start)) continue;
      const rest = name.slice(start.length);
      for (const { ending, fits, make, text } of patterns) {
        const [before = "", after] = ending.split(member);
        const named = after === undefined ? "" : rest.slice(before.length);
        if (rest !== `${before}${named}` || !fits(entry, messageTypes)) continue;
        const deeds = make(action, entry, named);
        if (deeds === null) continue;
        return [{ name, text: text(action, named), dialects: [dialect], actions: [action], deeds }];
      }
    }
    return [];
  });
}
