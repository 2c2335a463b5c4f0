import { createTextNotes, type TextIssue } from "./text-issue.ts";

/** A text out of bytes, with what is wrong with its encoding. */
export interface DecodedText {
  /** A replacement character stands for each invalid sequence; a byte order mark is kept. */
  text: string;
  issues: TextIssue[];
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const tolerant = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads UTF-8 (RFC 3629). Never throws; each invalid sequence is an issue, up to the first hundred. */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  try {
    return { text: strict.decode(bytes), issues: [] };
  } catch {
    const text = tolerant.decode(bytes);
    const notes = createTextNotes(text);
    for (const { start, end, offset } of invalidSequences(bytes)) {
      if (notes.isFull()) break;
      const found = [...bytes.subarray(start, end)].map((byte) => byte.toString(16).padStart(2, "0"));
      notes.add({
        rule: "encoding",
        severity: "error",
        offset,
        expected: "text encoded as UTF-8",
        actual: `${found.length === 1 ? "byte" : "bytes"} ${found.join(" ").toUpperCase()} at byte ${start}`,
        requirement: "RFC 3629, RFC 8259 §8.1",
      });
    }
    return { text, issues: notes.issues };
  }
}

interface InvalidSequence {
  /** In bytes. */
  start: number;
  end: number;
  /** Of the replacement character, in UTF-16 code units of the text. */
  offset: number;
}

/** The sequences that a decoder replaces, each as long as it began like a valid one (Unicode §3.9, table 3-8). */
function* invalidSequences(bytes: Uint8Array): Generator<InvalidSequence> {
  let offset = 0;
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const length =
      first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    let end = at + 1;
    while (end < at + length && isContinuation(first, end - at, bytes[end])) end++;
    if (length === 0 || end < at + length) {
      yield { start: at, end, offset };
      offset += 1;
    } else {
      offset += length === 4 ? 2 : 1;
    }
    at = end;
  }
}

/** Overlong forms, surrogates and what lies beyond Unicode show in the second byte. */
function isContinuation(first: number, place: number, byte: number | undefined): boolean {
  if (byte === undefined) return false;
  if (place > 1) return byte >= 0x80 && byte < 0xc0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  return byte >= low && byte <= high;
}
