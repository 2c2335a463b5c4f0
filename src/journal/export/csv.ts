/**
 * One record as in RFC 4180, its line end included. Nothing at all for null and for an empty list, other lists and
 * objects as JSON. Texts that a spreadsheet would take for a formula get an apostrophe in front; numbers stay numbers.
 */
export function csvRecord(cells: readonly unknown[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return text(value);
  if (typeof value === "object") return isEmptyList(value) ? "" : text(JSON.stringify(value));
  return typeof value === "number" ? String(value) : text(JSON.stringify(value));
}

function isEmptyList(value: object): boolean {
  return Array.isArray(value) && value.length === 0;
}

const needsQuotes = /[",\r\n]/;
/** The last four are the full-width forms, which some spreadsheets read as the plain ones. */
const startsFormula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

function text(value: string): string {
  const safe = startsFormula.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
