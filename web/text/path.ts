/** An address with its values encoded: path`stations/${id}/events`. */
export function path(parts: TemplateStringsArray, ...values: string[]): string {
  return String.raw({ raw: parts }, ...values.map(encodeURIComponent));
}

/** `search`: without its question mark; empty for none. */
export function withSearch(path: string, search: string): string {
  return search === "" ? path : `${path}?${search}`;
}
