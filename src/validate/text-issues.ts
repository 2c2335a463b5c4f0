import type { TextIssue } from "../../protocol/validate/text/text-issue.ts";
import type { LineIssue } from "./verdict.ts";

/**
 * Issues of a text as issues of a line.
 * @param code what the version calls them
 * @param of what the text is
 * @param payload where in it the payload is; pointers into the payload are made to begin there
 */
export function textIssues(
  issues: readonly TextIssue[],
  code: string,
  of: "frame" | "line",
  payload: string | null,
): LineIssue[] {
  return issues.map(({ offset: _offset, ...issue }) => {
    const { pointer } = issue;
    const isWithin = payload !== null && (pointer === payload || pointer.startsWith(`${payload}/`));
    return isWithin ? { ...issue, pointer: pointer.slice(payload.length), code } : { ...issue, code, of };
  });
}
