import { dialectEntry, type Dialect } from "../../protocol/dialect.ts";
import type { JsonReading } from "../../protocol/validate/text/read-json.ts";
import { describeValue } from "../../protocol/validate/words.ts";
import { textIssues } from "./text-issues.ts";
import { lineError, type LineIssue } from "./verdict.ts";

type Members = { readonly [member: string]: unknown };

/** Judges `{ dialect, action, kind, payload }`, in which the dialect is known already. */
export function judgeMessage(line: Members, reading: JsonReading, dialect: Dialect): LineIssue[] {
  const { formation } = dialectEntry(dialect).errorCodes;
  const validator = dialectEntry(dialect).validator();
  const { action, kind, payload } = line;
  const found = textIssues(reading.issues, formation, "line", "/payload");
  if (typeof action !== "string") found.push(wrongMember("action", "the name of an action", action));
  if (kind !== "request" && kind !== "response") {
    found.push(wrongMember("kind", "one of request, response", kind));
  }
  if (payload === undefined) found.push(wrongMember("payload", "the payload of the message", payload));
  if (typeof action !== "string" || payload === undefined) return found;
  if (kind === "request") return [...found, ...validator.request(action, payload)];
  if (kind === "response") return [...found, ...validator.response(action, payload)];
  return found;
}

export function wrongMember(name: string, expected: string, value: unknown): LineIssue {
  const found = value === undefined ? {} : { actual: describeValue(value) };
  return lineError("form", expected, { pointer: `/${name}`, ...found });
}
