import type { ErrorCodes, ViolationKind } from "../../validate/error-codes.ts";
import { issueLimit } from "../../validate/inspect.ts";
import type { Issue } from "../../validate/issue.ts";
import { pointerOf, type Path } from "../../validate/pointer.ts";
import type { Place } from "../../validate/text/locate.ts";
import { shorten } from "../../validate/words.ts";
import type { SoapProfile } from "./profile.ts";

/** What the XML form of a message says against it, beyond what its payload would say in any form. */
export interface SoapIssue extends Issue {
  /** Both count from 1; columns in UTF-16 code units. */
  line: number;
  column: number;
}

/**
 * How bad: `error` always, `warning` always, `deviation` an error for a strict reader and a warning for a lenient one.
 */
export type Weight = "error" | "warning" | "deviation";

export interface Note {
  rule: string;
  weight: Weight;
  /** Offset in the text. */
  at: number;
  expected: string;
  actual?: string;
  /** Where in the payload; left out for envelope and headers. */
  path?: Path;
  /** Default `protocol`. */
  kind?: ViolationKind;
}

export interface Notes {
  readonly issues: SoapIssue[];
  /** Keeps the first hundred. */
  add(note: Note): void;
}

export function createNotes(
  locate: (offset: number) => Place,
  lenient: boolean,
  codes: ErrorCodes,
  requirements: SoapProfile["requirements"],
): Notes {
  const issues: SoapIssue[] = [];
  const known = new Map(Object.entries(requirements));
  return {
    issues,
    add({ rule, weight, at, expected, actual, path = [], kind = "protocol" }) {
      if (issues.length >= issueLimit) return;
      const severity = weight === "error" || (weight === "deviation" && !lenient) ? "error" : "warning";
      const issue: SoapIssue = {
        pointer: pointerOf(path),
        rule,
        severity,
        code: codes[kind],
        expected,
        ...locate(at),
      };
      if (actual !== undefined) issue.actual = shorten(actual);
      const requirement = known.get(rule);
      if (requirement !== undefined) issue.requirement = requirement;
      issues.push(issue);
    },
  };
}
