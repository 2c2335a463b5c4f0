import { csvRecord } from "./csv.ts";

/** How a query is written out. JSON is one array, NDJSON one object a line, CSV has a header line (RFC 4180). */
export const exportFormats = ["json", "ndjson", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportMediaTypes: { readonly [format in ExportFormat]: string } = {
  json: "application/json; charset=utf-8",
  ndjson: "application/x-ndjson; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

/** The names in what is shown of a row, in its order. `shownOf` has the same ones for every row, also for one without members. */
export function columnsOf(shownOf: (row: never) => object): string[] {
  return Object.keys(shownOf({} as never));
}

/** Rows are gathered to pieces of about so many characters. Texts above 128 K are large objects, which are collected late. */
const pieceSize = 64 * 1024;

/**
 * Writes rows as they come, a piece at a time: nothing is read ahead of what is taken, and memory does not grow with the
 * number of rows. `columns`: those of CSV. `shownOf` makes of a row what is written, in its order, best as one object literal,
 * which is several times faster to write than one that was put together.
 */
export async function* writeRows<Row>(
  rows: AsyncIterable<Row>,
  format: ExportFormat,
  columns: readonly string[],
  shownOf: (row: Row) => object,
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
  yield piece + tail;
}

interface Writer {
  head: string;
  separator: string;
  tail: string;
  write: (shown: object) => string;
}

function writer(format: ExportFormat, columns: readonly string[]): Writer {
  switch (format) {
    case "json":
      return { head: "[", separator: ",\n", tail: "]\n", write: (shown) => JSON.stringify(shown) };
    case "ndjson":
      return { head: "", separator: "", tail: "", write: (shown) => `${JSON.stringify(shown)}\n` };
    case "csv":
      return {
        head: csvRecord(columns),
        separator: "",
        tail: "",
        write: (shown) => csvRecord(Object.values(shown)),
      };
  }
}

/** ISO 8601, UTC, with ms; null for what is no time. */
export function isoTime(at: number | null): string | null {
  if (at === null) return null;
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
