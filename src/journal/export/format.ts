import { csvRecord } from "./csv.ts";

/** How a query is written out. JSON is one array, NDJSON one object a line, CSV has a header line (RFC 4180). */
export const exportFormats = ["json", "ndjson", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportMediaTypes: { readonly [format in ExportFormat]: string } = {
  json: "application/json; charset=utf-8",
  ndjson: "application/x-ndjson; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

/** What is shown of a row: a value for each column. */
export type Shown<Columns extends readonly string[]> = { [name in Columns[number]]: unknown };

/** Rows are gathered to pieces of about so many characters. Texts above 128 K are large objects, which are collected late. */
const pieceSize = 64 * 1024;

/**
 * Writes rows as they come, a piece at a time: nothing is read ahead of what is taken, and memory does not grow with the
 * number of rows. `columns`: those of CSV. `shownOf` makes of a row what is written, best as one object literal, which is
 * several times faster to write than one that was put together; JSON has its members in its order.
 */
export async function* writeRows<Row, Columns extends readonly string[]>(
  rows: AsyncIterable<Row>,
  format: ExportFormat,
  columns: Columns,
  shownOf: (row: Row) => Shown<Columns>,
): AsyncGenerator<string> {
  const { head, separator, tail, write } = writer(format, columns);
  let piece = head;
  let first = true;
  for await (const row of rows) {
    piece += (first ? "" : separator) + write(shownOf(row));
    first = false;
    if (piece.length < pieceSize) continue;
    yield piece;
    piece = "";
  }
  yield piece + (first ? tail.empty : tail.rows);
}

interface Writer<Shape> {
  head: string;
  separator: string;
  tail: { empty: string; rows: string };
  write: (shown: Shape) => string;
}

function writer<Columns extends readonly string[]>(
  format: ExportFormat,
  columns: Columns,
): Writer<Shown<Columns>> {
  switch (format) {
    case "json":
      return {
        head: "[",
        separator: ",\n",
        tail: { empty: "]\n", rows: "]\n" },
        write: (shown) => JSON.stringify(shown),
      };
    case "ndjson":
      return {
        head: "",
        separator: "",
        tail: { empty: "", rows: "" },
        write: (shown) => `${JSON.stringify(shown)}\n`,
      };
    case "csv":
      return {
        head: csvRecord(columns),
        separator: "",
        tail: { empty: "", rows: "" },
        write: (shown) => csvRecord(columns.map((name: Columns[number]) => shown[name])),
      };
  }
}

/** ISO 8601, UTC, with ms; null for what is no time. */
export function isoTime(at: number | null): string | null {
  if (at === null) return null;
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
