import { isObject } from "../payload/read.ts";
import { findFlaw } from "./find-flaw.ts";
import type { Flaw } from "./find-flaw.ts";
import { MessageType } from "./frame.ts";
import type { CallError, Fault, Frame, JsonObject } from "./frame.ts";
import { hasMoreValues } from "./has-more-values.ts";
import { parseJson } from "./parse-json.ts";

/** Longest message id, in characters (OCPP-J 1.6 §4.1.4, Part 4 §4.1.4). */
export const maxIdLength = 36;

/** How deep arrays and objects may nest unless the caller says otherwise; OCPP itself needs about ten. */
export const defaultMaxDepth = 64;

/** How many values a frame may hold unless the caller says otherwise: read, each takes many times its text in memory. */
const defaultMaxValues = 1_000_000;

export interface DecodeOptions {
  /** Message type numbers that the dialect knows; others become a fault. */
  messageTypes: readonly number[];
  /** Most nested arrays and objects, the frame's own array included. Default 64. */
  maxDepth?: number;
  /** Most values (objects, arrays, texts, numbers, words). Default 1,000,000. */
  maxValues?: number;
}

/**
 * Reads one text. Never throws. The payload of a frame is an object or null, which both families tolerate for "empty".
 * A message id that is a string but longer than 36 characters gives a fault `bad-id` that carries the id, so that the
 * caller can still answer; a CALLERROR may have the id null or "" (its sender could not read ours).
 */
export function decode(text: string, options: DecodeOptions): Frame | Fault {
  const maxDepth = options.maxDepth ?? defaultMaxDepth;
  if (mayNestDeeper(text, maxDepth)) {
    const flaw = findFlaw(text, maxDepth);
    if (flaw !== null) return unparsable(text, flaw);
  }
  const maxValues = options.maxValues ?? defaultMaxValues;
  if (hasMoreValues(text, maxValues)) {
    const what = `The JSON holds more than ${maxValues} values, so it is kept but not read.`;
    return { kind: "fault", reason: "too-large", text: what, ...headOf(text) };
  }
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    return unparsable(text, findFlaw(text, maxDepth));
  }
  if (!Array.isArray(value)) {
    return {
      kind: "fault",
      reason: "not-an-array",
      text: `A frame is a JSON array, this is ${named(value)}.`,
      pointer: "",
    };
  }
  return fromParts(value, options.messageTypes);
}

/**
 * Writes a frame as text. The payload must be plain JSON data: a cyclic one or a BigInt throws TypeError, one nested
 * thousands deep RangeError.
 */
export function encode(frame: Frame): string {
  switch (frame.kind) {
    case "call":
      return JSON.stringify([MessageType.call, frame.id, frame.action, frame.payload]);
    case "callResult":
      return JSON.stringify([MessageType.callResult, frame.id, frame.payload]);
    case "callError":
      return JSON.stringify([MessageType.callError, frame.id, frame.code, frame.description, frame.details]);
    case "callResultError":
      return JSON.stringify([
        MessageType.callResultError,
        frame.id,
        frame.code,
        frame.description,
        frame.details,
      ]);
    case "send":
      return JSON.stringify([MessageType.send, frame.id, frame.action, frame.payload]);
  }
}

/** The payload as an object: null, and what is no object, count as empty (OCPP-J 1.6 §4.2.1, Part 4 §4.1.5). */
export function payloadOf(frame: { payload: unknown }): JsonObject {
  return isObject(frame.payload) ? frame.payload : {};
}

const lengths: { readonly [type: number]: number } = {
  [MessageType.call]: 4,
  [MessageType.callResult]: 3,
  [MessageType.callError]: 5,
  [MessageType.callResultError]: 5,
  [MessageType.send]: 4,
};

function fromParts(parts: readonly unknown[], messageTypes: readonly number[]): Frame | Fault {
  const [type, id, third, fourth] = parts;
  if (parts.length === 0) return fault(parts, "wrong-length", "The array is empty.", "");
  if (typeof type !== "number" || !messageTypes.includes(type) || lengths[type] === undefined) {
    const known = messageTypes.join(", ");
    return fault(
      parts,
      "unknown-message-type",
      `The message type is ${shortened(type)}, known are ${known}.`,
      "/0",
    );
  }
  if (parts.length !== lengths[type]) {
    const text = `A frame of type ${type} has ${lengths[type]} elements, this one has ${parts.length}.`;
    return fault(parts, "wrong-length", text, "");
  }
  if (type === MessageType.callError && (id === null || id === "")) {
    const error = readError(parts);
    return error.kind === "fault" ? error : { kind: "callError", id, ...error.said };
  }
  if (typeof id !== "string")
    return fault(parts, "bad-id", `The message id is ${named(id)}, not a string.`, "/1");
  if (id === "") return fault(parts, "bad-id", "The message id is empty.", "/1");
  if (id.length > maxIdLength) {
    const text = `The message id has ${id.length} characters, at most ${maxIdLength} are allowed.`;
    return fault(parts, "bad-id", text, "/1");
  }
  switch (type) {
    case MessageType.call:
    case MessageType.send:
      if (typeof third !== "string" || third === "") {
        const text = `The action is ${third === "" ? "empty" : `${named(third)}, not a string`}.`;
        return fault(parts, "bad-action", text, "/2");
      }
      if (!isPayload(fourth))
        return fault(parts, "bad-payload", `The payload is ${named(fourth)}, not an object.`, "/3");
      return { kind: type === MessageType.call ? "call" : "send", id, action: third, payload: fourth };
    case MessageType.callResult:
      if (!isPayload(third))
        return fault(parts, "bad-payload", `The payload is ${named(third)}, not an object.`, "/2");
      return { kind: "callResult", id, payload: third };
    default: {
      const error = readError(parts);
      if (error.kind === "fault") return error;
      return { kind: type === MessageType.callError ? "callError" : "callResultError", id, ...error.said };
    }
  }
}

/** What CALLERROR and CALLRESULTERROR say, which are alike (Part 4 §4.2.3). */
function readError(
  parts: readonly unknown[],
): Fault | { kind: null; said: Pick<CallError, "code" | "description" | "details"> } {
  const [, , code, description, details] = parts;
  if (typeof code !== "string")
    return fault(parts, "bad-error", `The error code is ${named(code)}, not a string.`, "/2");
  if (typeof description !== "string") {
    return fault(parts, "bad-error", `The error description is ${named(description)}, not a string.`, "/3");
  }
  // Part 4 §4.2.3, OCPP-J 1.6 §4.2.3: an empty object when there are no details.
  if (!isObject(details)) {
    return fault(parts, "bad-error", `The error details are ${named(details)}, not an object.`, "/4");
  }
  return { kind: null, said: { code, description, details } };
}

function isPayload(value: unknown): value is JsonObject | null {
  return value === null || isObject(value);
}

function fault(parts: readonly unknown[], reason: Fault["reason"], text: string, pointer: string): Fault {
  const [type, id] = parts;
  const result: Fault = { kind: "fault", reason, text, pointer };
  if (typeof id === "string" && id !== "") result.id = id;
  if (typeof type === "number") result.messageType = type;
  return result;
}

// Type and id at the head of a text that breaks further on: the reply, or the open CALL, is found by them.
const head = /^\s*\[\s*([0-9])\s*,\s*"([^"\\]{1,36})"\s*,/;

function unparsable(text: string, flaw: Flaw | null): Fault {
  const reason = flaw?.reason ?? "not-json";
  const what = flaw === null ? "" : ` At character ${flaw.position}, ${flaw.text}.`;
  const result: Fault = {
    kind: "fault",
    reason,
    text: (reason === "too-deep" ? "The JSON is nested too deeply." : "The text is not JSON.") + what,
  };
  if (flaw !== null) result.position = flaw.position;
  return { ...result, ...headOf(text) };
}

function headOf(text: string): Pick<Fault, "messageType" | "id"> {
  const match = head.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return {};
  return { messageType: Number(match[1]), id: match[2] };
}

/** Cheap upper bound: a text with few opening brackets needs no closer look. */
function mayNestDeeper(text: string, maxDepth: number): boolean {
  if (text.length <= maxDepth) return false;
  let openers = 0;
  for (let at = text.indexOf("{"); at !== -1; at = text.indexOf("{", at + 1))
    if (++openers > maxDepth) return true;
  for (let at = text.indexOf("["); at !== -1; at = text.indexOf("[", at + 1))
    if (++openers > maxDepth) return true;
  return false;
}

function named(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  return `the ${typeof value} ${shortened(value)}`;
}

function shortened(value: unknown): string {
  if (value === undefined) return "missing";
  if (typeof value === "object" && value !== null) return named(value);
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
