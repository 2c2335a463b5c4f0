import type { core } from "zod";
import type { Problem } from "../result.ts";
import { knownPrefix } from "./strict.ts";

/** Turns what the schema says about a request into one problem: the first, with its field and what is allowed there. */
export function badRequest(target: string, issues: readonly core.$ZodIssue[]): Problem {
  const issue = deepest(issues);
  if (issue === undefined) return { code: "bad-request", message: "The request is not valid." };
  const place = target === "query" ? issue.path.slice(0, 1) : issue.path;
  const path = place.map(String);
  if (issue.code === "unrecognized_keys") {
    const field = [...path, issue.keys[0] ?? ""].join(".");
    const known = issue.message.startsWith(knownPrefix) ? issue.message.slice(knownPrefix.length) : "";
    return withAllowed(
      {
        code: "bad-request",
        message: `${noun(target)} "${field}" ${known === "" ? "is not known here: there are none" : issue.message}`,
        field,
      },
      known === "" ? [] : known.split(", "),
    );
  }
  const field = path.join(".");
  const subject = field === "" ? "The body" : `${noun(target)} "${field}"`;
  return withAllowed(
    { code: "bad-request", message: `${subject}: ${issue.message}`, ...(field === "" ? {} : { field }) },
    allowedValues(issue),
  );
}

function withAllowed(problem: Problem, allowed: NonNullable<Problem["allowed"]>): Problem {
  return allowed.length === 0 ? problem : { ...problem, allowed };
}

/** Of a failed union, the issue of the branch that came nearest. */
function deepest(issues: readonly core.$ZodIssue[]): core.$ZodIssue | undefined {
  const [issue] = issues;
  if (issue?.code !== "invalid_union" || issue.errors.length === 0) return issue;
  const literals = issue.errors.flat().filter((inner) => inner.code === "invalid_value");
  if (literals.length === issue.errors.length && literals[0] !== undefined) {
    const values = literals.flatMap((literal) => literal.values);
    return { ...literals[0], path: [...issue.path, ...literals[0].path], values, message: expected(values) };
  }
  const inner = deepest(issue.errors[0] ?? []);
  return inner === undefined ? issue : { ...inner, path: [...issue.path, ...inner.path] };
}

function allowedValues(issue: core.$ZodIssue): NonNullable<Problem["allowed"]> {
  const values: readonly unknown[] =
    issue.code === "invalid_value"
      ? issue.values
      : issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options)
        ? issue.options
        : [];
  return values.filter(
    (value) =>
      typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null,
  );
}

function expected(values: readonly unknown[]): string {
  return `expected one of ${values.map((value) => JSON.stringify(value)).join(", ")}`;
}

function noun(target: string): string {
  if (target === "header") return "Header";
  return target === "query" ? "Parameter" : target === "param" ? "Path segment" : "Member";
}
