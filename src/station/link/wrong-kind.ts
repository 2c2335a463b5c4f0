import type { Issue } from "../../../protocol/validate/issue.ts";
import type { LinkDialect } from "./channel.ts";

type Known = Pick<LinkDialect, "catalogue" | "errorCodes">;

/** A request in the wrong type of frame: what is answered is a CALL, the rest a SEND (Part 4 §4.1.3, N15.FR.01). */
export function wrongKind({ catalogue, errorCodes }: Known, kind: "call" | "send", action: string): Issue[] {
  const entry = Object.hasOwn(catalogue, action) ? catalogue[action] : undefined;
  const right = entry?.response === null ? "send" : "call";
  if (entry === undefined || right === kind) return [];
  const expected = `${action} as a ${right.toUpperCase()}`;
  return [issue("message-type", errorCodes.protocol, expected, `a ${kind.toUpperCase()}`)];
}

/** A SEND that only a station may send. A CALL of this kind is refused, of a SEND there is nothing but this. */
export function wrongSender({ catalogue, errorCodes }: Known, action: string): Issue[] {
  const entry = Object.hasOwn(catalogue, action) ? catalogue[action] : undefined;
  if (entry?.sender !== "station") return [];
  return [issue("sender", errorCodes.notSupported, `${action} from a station`, "one from the CSMS")];
}

function issue(rule: string, code: string, expected: string, actual: string): Issue {
  return { pointer: "", rule, severity: "error", code, expected, actual };
}
