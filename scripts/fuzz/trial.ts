import { isObject } from "../../protocol/payload/read.ts";
import { dialectEntry } from "../../protocol/dialect.ts";
import type { DialectEntry } from "../../protocol/dialect.ts";
import { issueLimit } from "../../protocol/validate/inspect.ts";
import { readJsonBytes } from "../../protocol/validate/text/read-json.ts";
import { decodeUtf8 } from "../../protocol/validate/text/utf8.ts";
import { decode, encode } from "../../protocol/wire/codec.ts";
import type { Fault, Frame } from "../../protocol/wire/frame.ts";
import type { SoapEncoding } from "../../protocol/wire/soap/encoding.ts";
import { Judge } from "../../src/validate/judge.ts";
import type { Sample } from "./texts.ts";

/** What is tried; a test replaces parts of it by broken ones. */
export interface Subject {
  decode: typeof decode;
  encode: typeof encode;
}

export const ours: Subject = { decode, encode };

/** What a text does that it must not. */
export class Wrong extends Error {}

/**
 * Runs one text through everything that reads texts. Returns what it turned out to be, for the counts; throws when
 * something is not as it has to be.
 */
export function tryOut({ kind, dialect, bytes }: Sample, subject: Subject = ours): string {
  const entry = dialectEntry(dialect);
  const { text, issues } = decodeUtf8(bytes);
  if (issues.length > 0 !== hasInvalidBytes(bytes))
    throw new Wrong("UTF-8 is judged otherwise than by the decoder");
  new Judge({ dialect }).judge(bytes, 1);
  return kind === "xml" ? tryXml(text, entry) : tryJson(text, bytes, entry, subject);
}

const strict = new TextDecoder("utf-8", { fatal: true });

function hasInvalidBytes(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return false;
  } catch {
    return true;
  }
}

function tryJson(text: string, bytes: Uint8Array, entry: DialectEntry, { decode, encode }: Subject): string {
  const { messageTypes } = entry;
  const frame = decode(text, { messageTypes });
  const reading = readJsonBytes(bytes);
  const isJson = frame.kind !== "fault" || (frame.reason !== "not-json" && frame.reason !== "too-deep");
  const hasMark = reading.issues.some(({ rule }) => rule === "byteOrderMark");
  if (!hasMark && isJson !== (reading.value !== undefined)) {
    throw new Wrong("codec and text check do not agree whether this is JSON");
  }
  if (reading.value === undefined && !reading.issues.some(({ severity }) => severity === "error")) {
    throw new Wrong("what cannot be read has no error");
  }
  checkPlaces(reading.issues, text);
  if (frame.kind === "fault") {
    checkFault(frame, text);
    return `json ${frame.reason}`;
  }
  const again = decode(encode(frame), { messageTypes });
  if (!isSame(frame, again)) throw new Wrong(`a frame is another one once it is written: ${shown(again)}`);
  const validator = entry.validator();
  const found =
    "action" in frame
      ? validator.request(frame.action, frame.payload)
      : validator.response("Heartbeat", payloadIn(frame));
  if (found.length > issueLimit + 1) throw new Wrong(`${found.length} issues`);
  return `json ${frame.kind}`;
}

const payloadIn = (frame: Frame): unknown => ("payload" in frame ? frame.payload : frame.details);

function checkFault({ position, text: sentence }: Fault, text: string): void {
  if (position !== undefined && (position < 0 || position > text.length))
    throw new Wrong("a fault lies outside the text");
  if (sentence === "" || sentence.length > 1000) throw new Wrong("a fault has no sentence, or a book");
}

function checkPlaces(
  issues: readonly { offset: number; line: number; column: number }[],
  text: string,
): void {
  for (const { offset, line, column } of issues) {
    if (offset < 0 || offset > text.length || line < 1 || column < 1)
      throw new Wrong("an issue lies outside the text");
  }
}

function tryXml(text: string, entry: DialectEntry): string {
  const { soap } = entry;
  if (soap === null) throw new Error(`${entry.dialect} has no SOAP form`);
  const lenient = soap.decode(text, { lenient: true });
  const read = soap.decode(text);
  if (read.kind === "fault") {
    if (lenient.kind !== "fault") throw new Wrong("lenience makes readable what is not");
    if (read.position < 0 || read.position > text.length) throw new Wrong("a fault lies outside the text");
    return `xml ${read.reason}`;
  }
  if (lenient.kind === "fault") throw new Wrong("lenience makes unreadable what is not");
  const { frame, action, service } = read;
  if (frame.kind === "callError" || action === null || service === null) return `xml ${frame.kind}`;
  const part = frame.kind === "call" ? "request" : "response";
  const found = entry.validator()[part](action, frame.payload);
  const isWrong = [...read.issues, ...found].some(({ severity }) => severity === "error");
  if (isWrong) return `xml ${frame.kind} with errors`;
  const again = soap.decode(written(soap, frame, action, service));
  if (again.kind === "fault" || !isSame(again.frame, frame)) {
    throw new Wrong(`a message is another one once it is written: ${shown(again)}`);
  }
  return `xml ${frame.kind}`;
}

const route = { identity: "CP1", from: "http://cp1/", to: "http://csms/" };

function written(
  soap: SoapEncoding,
  frame: Extract<Frame, { kind: "call" | "callResult" }>,
  action: string,
  service: "csms" | "station",
): string {
  return frame.kind === "call"
    ? soap.encodeRequest(frame, { ...route, service }).text
    : soap.encodeResponse(frame, { action, service }).text;
}

/** Equal as JSON sees it: it has no -0, and none of the numbers that a binary64 cannot hold. */
function isSame(before: unknown, after: unknown): boolean {
  if (typeof before === "number" && !Number.isFinite(before)) return after === null;
  if (before === after) return true;
  if (Array.isArray(before)) {
    return (
      Array.isArray(after) &&
      before.length === after.length &&
      before.every((item, at) => isSame(item, after[at]))
    );
  }
  if (!isObject(before) || !isObject(after)) return false;
  const names = Object.keys(before);
  return (
    names.length === Object.keys(after).length &&
    names.every((name) => Object.hasOwn(after, name) && isSame(before[name], after[name]))
  );
}

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 300);
