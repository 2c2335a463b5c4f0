import type { DialectEntry } from "../../protocol/dialect.ts";
import type { TextIssue } from "../../protocol/validate/text/text-issue.ts";
import { describeValue, shorten } from "../../protocol/validate/words.ts";
import type { SoapEncoding } from "../../protocol/wire/soap/encoding.ts";
import { wrongSender, type FrameOrigin } from "./judge-frame.ts";
import { textIssues } from "./text-issues.ts";
import { frameError, type LineIssue } from "./verdict.ts";

/** A dialect that is spoken in SOAP. */
export type SoapEntry = DialectEntry & { soap: SoapEncoding };

export const speaksSoap = (entry: DialectEntry): entry is SoapEntry => entry.soap !== null;

export interface EnvelopeOrigin extends Omit<FrameOrigin, "entry"> {
  entry: SoapEntry;
  lenient: boolean;
}

/** Judges one envelope. Answers name their action; one that is to another request of the stream is an error. */
export function judgeEnvelope(
  text: string,
  encoding: readonly TextIssue[],
  origin: EnvelopeOrigin,
): LineIssue[] {
  const { entry, open, scope, lenient } = origin;
  const { soap, errorCodes } = entry;
  const found = textIssues(encoding, errorCodes.formation, "frame", null);
  const read = soap.decode(text, { lenient });
  if (read.kind === "fault") {
    const { reason, line, column, answer } = read;
    const code = soap.codeOf(answer);
    const expected = "a SOAP 1.2 envelope that holds a message";
    const actual = shorten(read.text, 200);
    return [...found, frameError({ pointer: "", rule: reason, code, expected, actual }, { line, column })];
  }
  for (const issue of read.issues) found.push(issue.pointer === "" ? { ...issue, of: "frame" } : issue);
  const { frame, action } = read;
  if (frame.kind === "callError" || action === null) {
    if (frame.id !== null) open.take(scope, frame.id);
    return found;
  }
  if (frame.kind === "call") {
    if (frame.id !== "") open.remember(scope, frame.id, action);
    return [...found, ...wrongSender(action, origin), ...entry.validator().request(action, frame.payload)];
  }
  const asked = open.take(scope, frame.id, (one) => one === action) ?? origin.action;
  if (asked !== undefined && asked !== action) {
    const [expected, actual] = [`an answer to ${asked}`, describeValue(action)];
    found.push(frameError({ pointer: "", rule: "RelatesTo", code: errorCodes.protocol, expected, actual }));
  }
  return [...found, ...entry.validator().response(action, frame.payload)];
}
