import { formats } from "../../../protocol/validate/format.ts";
import type { Tolerance } from "../../../protocol/validate/rule.ts";

const withoutZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?$/;

/** What the JSON schemas of 1.6 refuse and its text has a milder word for. */
export const tolerances: readonly Tolerance[] = [
  {
    keyword: "format",
    rule: "timestampWithoutZone",
    // ISO 8601 is asked for, and it lets a time be without zone; OCPP-S lets it pass as well.
    requirement: "1.6 §3.14, §3.15",
    expected: "a timestamp with a zone, best in UTC, as 2026-01-31T12:00:00Z",
    covers: (value) =>
      typeof value === "string" && withoutZone.test(value) && formats["date-time"]?.(`${value}Z`) === true,
  },
  {
    keyword: "enum",
    rule: "hertz",
    requirement: "1.6 errata §3.86",
    expected: "no unit; Frequency is always in hertz",
    covers: (value, member) => value === "Hertz" && member === "unit",
  },
];
