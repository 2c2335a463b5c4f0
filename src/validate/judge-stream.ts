import { ByteBuffer } from "./byte-buffer.ts";
import { CsvRows, isFramesHeader } from "./csv-rows.ts";
import { Judge, type JudgeOptions } from "./judge.ts";
import { splitLines, type Line } from "./lines.ts";
import { verdictOf, type DialectMissing, type Verdict } from "./verdict.ts";

/** Longest line, and longest envelope over several lines, in bytes. */
export const maxLineLength = 4 * 1024 * 1024;

/**
 * Judges an input as it comes: a verdict per line, in order. An input that begins with an envelope which the first line
 * does not finish is that one envelope, and has one verdict. Stops after a line that lacks its dialect.
 */
export async function* judgeStream(
  pieces: AsyncIterable<Uint8Array>,
  options: JudgeOptions & { maxLength?: number },
): AsyncGenerator<readonly (Verdict | DialectMissing)[]> {
  const { maxLength = maxLineLength } = options;
  const judge = new Judge(options);
  const rows = new ArrayOfRows();
  let isFirst = true;
  let envelope: Envelope | null = null;
  let csv: CsvRows | null = null;

  for await (const lines of splitLines(pieces, maxLength)) {
    const verdicts: (Verdict | DialectMissing)[] = [];
    for (const line of lines) {
      if (envelope !== null) {
        envelope.add(line);
        continue;
      }
      if (csv !== null) {
        verdicts.push(...csv.add(line));
        continue;
      }
      if ("tooLong" in line) {
        isFirst = false;
        verdicts.push(judge.tooLong(line.number, line.tooLong, maxLength));
        continue;
      }
      const shape = isFirst ? shapeOf(line.bytes) : "line";
      if (shape !== "blank") isFirst = false;
      if (shape === "envelope") {
        envelope = new Envelope(line, maxLength);
        continue;
      }
      if (shape === "csv") {
        csv = new CsvRows(judge, line.bytes, maxLength);
        verdicts.push(verdictOf(line.number, []));
        continue;
      }
      if (shape === "rows") rows.begin();
      const verdict = judge.judge(rows.bare(line.bytes), line.number);
      verdicts.push(verdict);
      if ("kind" in verdict) {
        yield verdicts;
        return;
      }
    }
    yield verdicts;
  }
  if (envelope !== null) yield [envelope.verdict(judge)];
  if (csv !== null) yield csv.end();
}

/** What the first line with content says about the input. */
function shapeOf(bytes: Uint8Array): "blank" | "envelope" | "rows" | "csv" | "line" {
  const start = new TextDecoder().decode(bytes.subarray(0, 100)).trimStart();
  if (start === "") return new TextDecoder().decode(bytes).trim() === "" ? "blank" : "line";
  if (start.startsWith("<")) {
    const end = new TextDecoder().decode(bytes.subarray(-200));
    return /<\/[^<>]*Envelope\s*>\s*$/.test(end) ? "line" : "envelope";
  }
  if (isFramesHeader(new TextDecoder().decode(bytes.subarray(0, 1000)))) return "csv";
  return /^\[\s*\{/.test(start) ? "rows" : "line";
}

const lineFeed = Uint8Array.of(0x0a);
const comma = 0x2c;
const opening = 0x5b;
const closing = 0x5d;
const blank = 0x20;

/** An export as JSON is one array with a row per line; each line is judged without what makes it part of the array. */
class ArrayOfRows {
  #state: "none" | "first" | "next" = "none";

  begin(): void {
    this.#state = "first";
  }

  bare(bytes: Uint8Array): Uint8Array {
    if (this.#state === "none") return bytes;
    const line = Uint8Array.from(bytes);
    if (this.#state === "first") line[line.indexOf(opening)] = blank;
    this.#state = "next";
    for (let at = line.length - 1; at >= 0; at--) {
      const byte = line[at] ?? 0;
      if (byte === comma || byte === closing) line[at] = blank;
      else if (byte !== blank && byte !== 0x0d && byte !== 0x09) break;
      if (byte === comma || byte === closing) break;
    }
    return line;
  }
}

/** An envelope over many lines. */
class Envelope {
  readonly #line: number;
  readonly #maxLength: number;
  readonly #bytes = new ByteBuffer();
  #length = 0;

  constructor(first: { number: number; bytes: Uint8Array }, maxLength: number) {
    this.#line = first.number;
    this.#maxLength = maxLength;
    this.add(first);
  }

  add(line: Line): void {
    this.#length += 1 + ("tooLong" in line ? line.tooLong : line.bytes.length);
    if (this.#length > this.#maxLength || "tooLong" in line) return this.#bytes.clear();
    this.#bytes.add(line.bytes);
    this.#bytes.add(lineFeed);
  }

  verdict(judge: Judge): Verdict | DialectMissing {
    return this.#length > this.#maxLength
      ? judge.tooLong(this.#line, this.#length, this.#maxLength)
      : judge.judge(this.#bytes.take(), this.#line);
  }
}
