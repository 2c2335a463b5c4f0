import type { Finding, RuleMaker } from "./rule.ts";

/** `{}` is the better way to say that there is no payload. */
export const nullPayload = (requirement: string): RuleMaker => {
  const findings: readonly Finding[] = [
    {
      pointer: "",
      rule: "nullPayload",
      severity: "warning",
      kind: "formation",
      expected: "an object without members",
      actual: "null",
      requirement,
    },
  ];
  return () => (payload) => (payload === null ? findings : []);
};
