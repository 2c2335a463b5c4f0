import { decodeUtf8 } from "../../protocol/validate/text/utf8.ts";
import { ByteBuffer } from "./byte-buffer.ts";
import type { Judge } from "./judge.ts";
import type { Line } from "./lines.ts";
import { textIssues } from "./text-issues.ts";
import { lineError, verdictOf, type DialectMissing, type Verdict } from "./verdict.ts";

const quote = 0x22;
const lineFeed = Uint8Array.of(0x0a);
/** Most lines of one row. */
const mostLines = 10_000;

/** The header line of our export of frames. */
export const isFramesHeader = (text: string): boolean => /^(\ufeff)?id,time,at,.*,raw\s*$/.test(text);

/** Rows of an export of frames as CSV (RFC 4180). A cell may hold line feeds; the first line of its row has the verdict. */
export class CsvRows {
  readonly #judge: Judge;
  readonly #maxLength: number;
  readonly #names: readonly string[];
  #lines: number[] = [];
  readonly #bytes = new ByteBuffer();
  #length = 0;
  #isQuoted = false;

  constructor(judge: Judge, header: Uint8Array, maxLength: number) {
    this.#judge = judge;
    this.#maxLength = maxLength;
    this.#names = cellsOf(decodeUtf8(header).text.replace(/^\ufeff/, ""));
  }

  /** The verdicts that this line completes. */
  add(line: Line): (Verdict | DialectMissing)[] {
    this.#lines.push(line.number);
    const bytes = "bytes" in line ? line.bytes : null;
    this.#length += 1 + (bytes?.length ?? this.#maxLength);
    if (bytes === null || this.#length > this.#maxLength) {
      const [first = line.number] = this.#lines;
      return this.#finish(this.#judge.tooLong(first, this.#length, this.#maxLength));
    }
    if (this.#lines.length > mostLines) {
      const [first = line.number] = this.#lines;
      return this.#finish(verdictOf(first, [lineError("csv", `a row of at most ${mostLines} lines`)]));
    }
    this.#bytes.add(bytes);
    this.#bytes.add(lineFeed);
    for (const byte of bytes) if (byte === quote) this.#isQuoted = !this.#isQuoted;
    return this.#isQuoted ? [] : this.end();
  }

  /** The verdicts of a row that is not finished. */
  end(): (Verdict | DialectMissing)[] {
    const [first] = this.#lines;
    if (first === undefined) return [];
    if (this.#isQuoted) {
      return this.#finish(verdictOf(first, [lineError("csv", "a quote that ends the cell")]));
    }
    const { text, issues } = decodeUtf8(this.#bytes.take());
    if (text.trim() === "") return this.#finish(verdictOf(first, []));
    const cells = cellsOf(text);
    const found = textIssues(issues, "", "line", null).map(
      ({ line: _line, column: _column, ...rest }) => rest,
    );
    if (cells.length !== this.#names.length) {
      const expected = `${this.#names.length} cells, as the header has`;
      return this.#finish(
        verdictOf(first, [...found, lineError("csv", expected, { actual: `${cells.length} cells` })]),
      );
    }
    const row = Object.fromEntries(
      this.#names.map((name, at) => [name, cells[at] === "" ? undefined : cells[at]]),
    );
    const verdict = this.#judge.judgeRow(row, first);
    return this.#finish("kind" in verdict ? verdict : verdictOf(first, [...found, ...verdict.issues]));
  }

  #finish(verdict: Verdict | DialectMissing): (Verdict | DialectMissing)[] {
    const rest = this.#lines.slice(1).map((line) => verdictOf(line, []));
    this.#lines = [];
    this.#bytes.clear();
    this.#length = 0;
    this.#isQuoted = false;
    return [verdict, ...rest];
  }
}

/** One record's cells. The apostrophe that keeps spreadsheets from running a cell as a formula is taken away. */
function cellsOf(record: string): string[] {
  const cells: string[] = [];
  const text = record.replace(/\r?\n$/, "").replace(/\r$/, "");
  for (let at = 0; at <= text.length; at++) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; at < text.length; at++) {
        const end = text.indexOf('"', at);
        if (end === -1) break;
        cell += text.slice(at, end);
        at = end;
        if (text[at + 1] !== '"') break;
        cell += '"';
        at++;
      }
      at++;
    }
    const comma = text.indexOf(",", at);
    const end = comma === -1 ? text.length : comma;
    cell += text.slice(at, end);
    cells.push(cell.replace(/^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/, ""));
    at = end;
  }
  return cells;
}
