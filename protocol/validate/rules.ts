import { findPlaces, type Wanted } from "./places.ts";
import { pointerOf } from "./pointer.ts";
import type { Finding, RuleMaker } from "./rule.ts";
import { isObject } from "./shape.ts";
import { issueLimit } from "./inspect.ts";
import { describeValue } from "./words.ts";

/** Rules beyond the schema that more than one version has; each takes the requirement that it stands on. */

type Objection = Omit<Finding, "pointer" | "actual">;

const none: readonly Finding[] = [];

/** A rule that objects to some values at some places of a message. */
const objectTo =
  (wanted: Wanted, isWrong: (value: unknown) => boolean, objection: Objection): RuleMaker =>
  ({ schema }) => {
    const places = findPlaces(schema, wanted);
    if (places === null) return null;
    return (payload) => {
      if (!places.some(payload, isWrong)) return none;
      const findings: Finding[] = [];
      places.visit(payload, (value, path) => {
        if (findings.length >= issueLimit || !isWrong(value)) return;
        findings.push({ pointer: pointerOf(path), ...objection, actual: describeValue(value) });
      });
      return findings;
    };
  };

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
  return () => (payload) => (payload === null ? findings : none);
};

const isEmpty = (value: unknown): boolean => {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (!isObject(value)) return false;
  for (const name in value) if (Object.hasOwn(value, name)) return false;
  return true;
};

/** An optional member without content has to be left out. Looks only where the schema lets one pass. */
export const emptyOptionalMembers = (requirement: string): RuleMaker => {
  const objection: Objection = {
    rule: "emptyMember",
    severity: "warning",
    kind: "property",
    expected: "the member left out",
    requirement,
  };
  const wanted: Wanted = ({ type, required = [], minItems = 0 }, _name, isOptional) =>
    isOptional &&
    (type === undefined ||
      (type === "object" && required.length === 0) ||
      (type === "array" && minItems === 0));
  return objectTo(wanted, isEmpty, objection);
};

const longest = "2026-01-31T12:00:00.000Z".length;

const isLongOrZoned = (value: unknown): boolean =>
  typeof value === "string" && (value.length > longest || (!value.endsWith("Z") && !value.endsWith("z")));

/** Timestamps in UTC, with milliseconds at most. */
export const plainTimestamps = (requirement: string): RuleMaker => {
  const objection: Objection = {
    rule: "timestamp",
    severity: "warning",
    kind: "property",
    expected: "a timestamp in UTC (Z) with at most 3 decimals",
    requirement,
  };
  return objectTo(({ format }) => format === "date-time", isLongOrZoned, objection);
};

/** Lists that the text wants filled and the schema lets be empty: member name to requirement. */
export const filledLists =
  (requirements: ReadonlyMap<string, string>): RuleMaker =>
  (message) => {
    const rules = [...requirements].map(([list, requirement]) => {
      const objection: Objection = {
        rule: "emptyList",
        severity: "error",
        kind: "occurrence",
        expected: "a list of at least 1 item",
        requirement,
      };
      const wanted: Wanted = ({ type }, name) => name === list && type === "array";
      return objectTo(wanted, isEmpty, objection)(message);
    });
    const made = rules.filter((rule) => rule !== null);
    return made.length === 0 ? null : (payload) => made.flatMap((rule) => rule(payload));
  };
