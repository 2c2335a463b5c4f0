import type { ErrorCodes } from "./error-codes.ts";
import { issueLimit } from "./inspect.ts";
import type { Issue } from "./issue.ts";
import { pathOf, valueAt } from "./pointer.ts";
import type { Tolerance } from "./rule.ts";

/** Turns errors of the schema into warnings where the version tolerates the value. */
export function tolerate(
  issues: Issue[],
  payload: unknown,
  tolerances: readonly Tolerance[],
  codes: ErrorCodes,
): Issue[] {
  // Of a list that was cut nobody knows what the rest says.
  if (tolerances.length === 0 || issues.length >= issueLimit) return issues;
  return issues.map((issue) => {
    const path = pathOf(issue.pointer);
    const member = path.findLast((step) => !/^\d+$/.test(step));
    const value = valueAt(payload, path);
    const found = tolerances.find(
      (tolerance) => tolerance.keyword === issue.rule && tolerance.covers(value, member),
    );
    if (found === undefined) return issue;
    const { rule, requirement, expected } = found;
    return { ...issue, rule, severity: "warning", code: codes.property, expected, requirement };
  });
}
