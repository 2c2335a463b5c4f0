import type { Issue } from "../../protocol/validate/issue.ts";
import type { VersionRule } from "../../protocol/validate/rule.ts";
import type { Law } from "../../protocol/validate/law.ts";
import type { Validator } from "../../protocol/validate/validator.ts";

/** One demand beyond the schema, with a message that keeps it and one that breaks it and nothing else. */
export interface RuleSample extends Pick<Issue, "rule" | "severity" | "code" | "pointer"> {
  requirement: string;
  message: readonly [action: string, part: "request" | "response"];
  good: unknown;
  bad: unknown;
}

/** What the issues of a sample's two messages are and what they should be. */
export function judged(validator: Validator, { message: [action, part], good, bad }: RuleSample) {
  const issues = (payload: unknown) =>
    validator[part](action, payload).map(({ pointer, rule, severity, code, requirement }) => ({
      pointer,
      rule,
      severity,
      code,
      requirement,
    }));
  return { good: issues(good), bad: issues(bad) };
}

export function expected({ rule, severity, code, pointer, requirement }: RuleSample) {
  return { good: [], bad: [{ pointer, rule, severity, code, requirement }] };
}

/** The demands that a version has, each by name and citation. */
export const demands = (laws: readonly Law[], rules: readonly VersionRule[]): string[] =>
  [
    "nullPayload",
    ...laws.map(({ rule, requirement }) => `${rule} ${requirement}`),
    ...rules.flatMap((rule) => ("keyword" in rule ? [`${rule.rule} ${rule.requirement}`] : [])),
  ].sort();

/** Those that samples show. */
export const shown = (samples: readonly RuleSample[]): string[] => [
  ...new Set(
    samples.map(({ rule, requirement }) => (rule === "nullPayload" ? rule : `${rule} ${requirement}`)).sort(),
  ),
];
