import { findFlaw } from "../../wire/find-flaw.ts";
import { parseJson } from "../../wire/parse-json.ts";
import { scanJson } from "./scan-json.ts";
import { createTextNotes, type TextIssue } from "./text-issue.ts";
import { decodeUtf8 } from "./utf8.ts";

/** A JSON text as a value, with everything to be said against the text itself. */
export interface JsonReading {
  /** Undefined when the text is no JSON, or nests too deeply to be read. */
  value: unknown;
  /** The text without byte order mark, as other readers want it. */
  text: string;
  issues: TextIssue[];
}

const byteOrderMark = 0xfeff;

/** As deep as frames may nest; a message within another text may ask for more. */
const defaultMaxDepth = 64;

/**
 * Reads a text strictly by RFC 8259. Never throws, whatever the text, and takes time and space in proportion to its
 * length. A byte order mark is reported and then passed over.
 */
export function readJsonText(whole: string, maxDepth = defaultMaxDepth): JsonReading {
  const notes = createTextNotes(whole);
  const from = whole.charCodeAt(0) === byteOrderMark ? 1 : 0;
  if (from === 1) {
    notes.add({
      rule: "byteOrderMark",
      severity: "error",
      offset: 0,
      expected: "a text without byte order mark",
      actual: "U+FEFF",
      requirement: "RFC 8259 §8.1",
    });
  }
  const text = from === 0 ? whole : whole.slice(from);
  const value = parse(text);
  if (value !== undefined) {
    const isReadable = scanJson(whole, from, whole.length, maxDepth, notes);
    return { value: isReadable ? value : undefined, text, issues: notes.issues };
  }
  const flaw = findFlaw(text, maxDepth);
  const position = from + (flaw?.position ?? 0);
  const isDeep = flaw?.reason === "too-deep";
  if (scanJson(whole, from, isDeep ? whole.length : position, maxDepth, notes)) {
    const isTrailing = flaw?.isTrailing === true;
    notes.add({
      rule: isTrailing ? "trailingData" : "json",
      severity: "error",
      offset: position,
      expected: isTrailing ? "nothing after the JSON value" : "a JSON text",
      ...(flaw === null ? {} : { actual: flaw.text }),
      requirement: "RFC 8259 §2",
    });
  }
  return { value: undefined, text, issues: notes.issues };
}

/** Reads bytes, which have to be UTF-8: OCPP-J 1.6 §4.1.2, Part 4 §4.1.2. Never throws. */
export function readJsonBytes(bytes: Uint8Array, maxDepth = defaultMaxDepth): JsonReading {
  const { text, issues } = decodeUtf8(bytes);
  const reading = readJsonText(text, maxDepth);
  return issues.length === 0 ? reading : { ...reading, issues: [...issues, ...reading.issues] };
}

/** JSON has no undefined, which hence stands for failure. */
function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
