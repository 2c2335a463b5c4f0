import { stringify } from "csv-stringify/sync";

/** How a query is written out. JSON is one array, NDJSON one object a line, CSV has a header line (RFC 4180). */
export const exportFormats = ["json", "ndjson", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportMediaTypes: { readonly [format in ExportFormat]: string } = {
  json: "application/json; charset=utf-8",
  ndjson: "application/x-ndjson; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

/** A column: its name, and its value of a row. The order of columns is the order in all formats. */
export type Columns<Row> = readonly (readonly [name: string, value: (row: Row) => unknown])[];

/** Rows are gathered to pieces of about so many characters. */
const pieceSize = 64 * 1024;

/**
 * Writes rows as they come, a piece at a time: nothing is read ahead of what is taken, and memory does not grow with the
 * number of rows.
 */
export async function* writeRows<Row>(
  rows: AsyncIterable<Row>,
  format: ExportFormat,
  columns: Columns<Row>,
): AsyncGenerator<string> {
  const { head, separator, tail, write } = writer(format, columns);
  let piece = head;
  let first = true;
  for await (const row of rows) {
    piece += (first ? "" : separator) + write(row);
    first = false;
    if (piece.length < pieceSize) continue;
    yield piece;
    piece = "";
  }
  yield piece + (first ? tail.empty : tail.rows);
}

interface Writer<Row> {
  head: string;
  separator: string;
  tail: { empty: string; rows: string };
  write: (row: Row) => string;
}

function writer<Row>(format: ExportFormat, columns: Columns<Row>): Writer<Row> {
  switch (format) {
    case "json":
      return {
        head: "[",
        separator: ",\n",
        tail: { empty: "]\n", rows: "]\n" },
        write: (row) => JSON.stringify(objectOf(row, columns)),
      };
    case "ndjson":
      return {
        head: "",
        separator: "",
        tail: { empty: "", rows: "" },
        write: (row) => `${JSON.stringify(objectOf(row, columns))}\n`,
      };
    case "csv":
      return {
        head: record(columns.map(([name]) => name)),
        separator: "",
        tail: { empty: "", rows: "" },
        write: (row) => record(columns.map(([, value]) => cell(value(row)))),
      };
  }
}

function objectOf<Row>(row: Row, columns: Columns<Row>): { [name: string]: unknown } {
  return Object.fromEntries(columns.map(([name, value]) => [name, value(row)]));
}

/** Texts that a spreadsheet would take for a formula get an apostrophe in front; numbers stay numbers. */
function record(cells: unknown[]): string {
  return stringify([cells], { escape_formulas: true, record_delimiter: "windows" });
}

/** Lists and objects as JSON; nothing at all for null and for an empty list. */
function cell(value: unknown): unknown {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value) && value.length === 0) return "";
  return typeof value === "object" ? JSON.stringify(value) : value;
}

/** ISO 8601, UTC, with ms; null for what is no time. */
export function isoTime(at: number | null): string | null {
  if (at === null) return null;
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
