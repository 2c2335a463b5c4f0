import { isObject } from "../../protocol/payload/read.ts";
import { dialectEntry, dialects, type Dialect } from "../../protocol/dialect.ts";
import { readJsonBytes, type JsonReading } from "../../protocol/validate/text/read-json.ts";
import { decodeUtf8 } from "../../protocol/validate/text/utf8.ts";
import { describeValue } from "../../protocol/validate/words.ts";

import { judgeEnvelope, speaksSoap, type SoapEntry } from "./judge-envelope.ts";
import { judgeFrame } from "./judge-frame.ts";
import { judgeMessage } from "./judge-message.ts";
import { judgeRow } from "./judge-row.ts";
import { OpenRequests } from "./open-requests.ts";
import { textIssues } from "./text-issues.ts";
import { lineError, verdictOf, type DialectMissing, type Verdict } from "./verdict.ts";

export interface JudgeOptions {
  /** Of lines that do not say it themselves. */
  dialect?: Dialect | undefined;
  /** What is seen in the field and leaves no doubt is a warning in envelopes, not an error. */
  lenient?: boolean;
}

/** Frames may nest 64 deep; a message in a line is one deeper. */
const maxDepth = 65;

const forms =
  "a message { dialect, action, kind, payload }, a frame of OCPP-J, a row of an export of frames, or a SOAP envelope";

/**
 * Judges the lines of one input in their order: messages, frames of OCPP-J, rows of our export of frames and SOAP
 * envelopes, in any mixture. Answers in frames are judged by the request before them. Never throws, and keeps the same
 * memory however many lines there are.
 */
export class Judge {
  readonly #options: JudgeOptions;
  readonly #open = new OpenRequests();

  constructor(options: JudgeOptions = {}) {
    this.#options = options;
  }

  /** @param bytes one line without its line feed, or a whole envelope @param line its number, from 1 */
  judge(bytes: Uint8Array, line: number): Verdict | DialectMissing {
    switch (firstByte(bytes)) {
      case undefined:
        // Lines without content come with every editor and hold nothing that could be wrong.
        return verdictOf(line, []);
      case 0x3c:
        return this.#envelope(bytes, line);
      default:
        return this.#json(readJsonBytes(bytes, maxDepth), line);
    }
  }

  /** A row of our export of frames that came in another form than JSON. */
  judgeRow(row: { readonly [member: string]: unknown }, line: number): Verdict | DialectMissing {
    return this.#object(row, { value: row, text: "", issues: [] }, line);
  }

  /** A line that is too long to be kept. */
  tooLong(line: number, length: number, most: number): Verdict {
    const issue = lineError("lineLength", `at most ${most} bytes in a line`, { actual: `${length} bytes` });
    return verdictOf(line, [issue]);
  }

  #envelope(bytes: Uint8Array, line: number): Verdict {
    const { text, issues } = decodeUtf8(bytes);
    const origin = { entry: this.#soapEntry(), open: this.#open, scope: "", lenient: this.#lenient };
    return verdictOf(line, placed(judgeEnvelope(text, issues, origin), line));
  }

  #json(reading: JsonReading, line: number): Verdict | DialectMissing {
    const { value, text } = reading;
    const { dialect } = this.#options;
    const isFrame = Array.isArray(value) || (value === undefined && text.trimStart().startsWith("["));
    if (isFrame) {
      if (dialect === undefined) return { line, kind: "dialect-missing", what: "a frame of OCPP-J" };
      const entry = dialectEntry(dialect);
      if (entry.soap !== null) {
        const expected = `an envelope, as ${dialect} has them`;
        return verdictOf(line, [lineError("form", expected, { actual: "a frame of OCPP-J" })]);
      }
      return verdictOf(line, placed(judgeFrame(reading, { entry, open: this.#open, scope: "" }), line));
    }
    if (!isObject(value)) {
      const code = dialect === undefined ? "" : dialectEntry(dialect).errorCodes.formation;
      const issues = placed(textIssues(reading.issues, code, "line", null), line);
      if (value !== undefined) issues.push(lineError("form", forms, { actual: describeValue(value) }));
      return verdictOf(line, issues);
    }
    return this.#object(value, reading, line);
  }

  #object(
    value: { readonly [member: string]: unknown },
    reading: JsonReading,
    line: number,
  ): Verdict | DialectMissing {
    const isRow = Object.hasOwn(value, "raw");
    if (!isRow && !Object.hasOwn(value, "payload") && !Object.hasOwn(value, "action")) {
      return verdictOf(line, [lineError("form", forms, { actual: describeValue(value) })]);
    }
    const named = value["dialect"] ?? this.#options.dialect;
    if (named === undefined) {
      return {
        line,
        kind: "dialect-missing",
        what: isRow ? "a row without dialect" : "a message without dialect",
      };
    }
    const dialect = dialects.find((known) => known === named);
    if (dialect === undefined) {
      const more = { pointer: "/dialect", actual: describeValue(named) };
      return verdictOf(line, [lineError("dialect", `one of ${dialects.join(", ")}`, more)]);
    }
    const parts = { dialect, open: this.#open, lenient: this.#lenient, line };
    const issues = isRow ? judgeRow(value, reading, parts) : judgeMessage(value, reading, dialect);
    return verdictOf(line, isRow ? issues : placed(issues, line));
  }

  get #lenient(): boolean {
    return this.#options.lenient ?? false;
  }

  /** The dialect of envelopes: the one that was named, else the first that has them. */
  #soapEntry(): SoapEntry {
    const { dialect } = this.#options;
    const named = (dialect === undefined ? [] : [dialect]).concat(dialects).map(dialectEntry);
    const found = named.find(speaksSoap);
    if (found === undefined) throw new Error("no dialect has a SOAP form");
    return found;
  }
}

/** Lines counted from the input's first instead of the text's. */
function placed<I extends { line?: number }>(issues: I[], line: number): I[] {
  return line === 1
    ? issues
    : issues.map((issue) => (issue.line === undefined ? issue : { ...issue, line: issue.line + line - 1 }));
}

/** The first byte that is neither white space nor part of a byte order mark. */
function firstByte(bytes: Uint8Array): number | undefined {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (let at = hasMark ? 3 : 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d && byte !== 0x0a) return byte;
  }
  return undefined;
}
