import { stringify } from "csv-stringify/sync";

/**
 * One record as in RFC 4180, its line end included. Nothing at all for null and for an empty list, other lists and
 * objects as JSON. Texts that a spreadsheet would take for a formula get an apostrophe in front; numbers stay numbers.
 */
export function csvRecord(cells: readonly unknown[]): string {
  return stringify([cells.map(cell)], {
    escape_formulas: true,
    record_delimiter: "windows",
    // A lone CR or LF too, at which some readers end a record.
    quote_record_delimiter: true,
  });
}

function cell(value: unknown): unknown {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value) && value.length === 0) return "";
  return typeof value === "object" ? JSON.stringify(value) : value;
}
