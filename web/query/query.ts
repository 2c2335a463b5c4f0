import type { FrameRow } from "../api/frames.ts";

/**
 * The inspector's question, in three forms: the page's address (shareable), the API's query string, and a test that the
 * live feed is put through.
 */
export interface Query {
  stations: string[];
  actions: string[];
  kinds: FrameRow["kind"][];
  direction: "in" | "out" | null;
  errors: boolean;
  /** Epoch ms, or null for open. */
  from: number | null;
  to: number | null;
  text: string;
  /** One connection of a station; set by following a link. */
  connection: string | null;
}

export const allKinds = [
  "call",
  "callResult",
  "callError",
  "callResultError",
  "send",
  "fault",
  "opened",
  "closed",
  "refused",
] as const satisfies FrameRow["kind"][];

export const everything: Query = {
  stations: [],
  actions: [],
  kinds: [],
  direction: null,
  errors: false,
  from: null,
  to: null,
  text: "",
  connection: null,
};

export function isEverything(query: Query): boolean {
  return queryString(query) === "";
}

/** As the API and the page's address write it: repeatable `station`, `action`, `kind`, and so on; "" for everything. */
export function queryString(query: Query): string {
  const params = new URLSearchParams();
  for (const station of query.stations) params.append("station", station);
  for (const action of query.actions) params.append("action", action);
  for (const kind of query.kinds) params.append("kind", kind);
  if (query.direction !== null) params.set("direction", query.direction);
  if (query.errors) params.set("errors", "true");
  if (query.from !== null) params.set("from", new Date(query.from).toISOString());
  if (query.to !== null) params.set("to", new Date(query.to).toISOString());
  if (query.text.trim() !== "") params.set("text", query.text.trim());
  if (query.connection !== null) params.set("connection", query.connection);
  return params.toString();
}

/** Reads an address back; what makes no sense is left out. */
export function queryFrom(search: string): Query {
  const params = new URLSearchParams(search);
  const direction = params.get("direction");
  return {
    stations: params.getAll("station").filter((value) => value !== ""),
    actions: params.getAll("action").filter((value) => value !== ""),
    kinds: allKinds.filter((kind) => params.getAll("kind").includes(kind)),
    direction: direction === "in" || direction === "out" ? direction : null,
    errors: params.get("errors") === "true",
    from: momentFrom(params.get("from")),
    to: momentFrom(params.get("to")),
    text: params.get("text") ?? "",
    connection: params.get("connection"),
  };
}

function momentFrom(value: string | null): number | null {
  if (value === null || value === "") return null;
  const at = /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isFinite(at) ? at : null;
}

/** A test for rows, prepared once per query. Mirrors what the store does for the same query. */
export function matcher(query: Query): (row: FrameRow) => boolean {
  const stations = new Set(query.stations);
  const actions = new Set(query.actions);
  const kinds = new Set(query.kinds);
  const words = query.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return (row) =>
    (stations.size === 0 || stations.has(row.station)) &&
    (actions.size === 0 || (row.action !== null && actions.has(row.action))) &&
    (kinds.size === 0 || kinds.has(row.kind)) &&
    (query.direction === null || row.direction === query.direction) &&
    (query.connection === null || row.connection === query.connection) &&
    (query.from === null || row.at >= query.from) &&
    (query.to === null || row.at < query.to) &&
    (!query.errors || isError(row)) &&
    (words.length === 0 || hasWords(row.raw, words));
}

function hasWords(raw: string, words: readonly string[]): boolean {
  const text = raw.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** What "errors only" keeps: CALLERROR, unreadable, refused, or an issue of severity error. */
export function isError(row: FrameRow): boolean {
  return (
    row.kind === "callError" ||
    row.kind === "callResultError" ||
    row.kind === "fault" ||
    row.kind === "refused" ||
    row.issues.some((issue) => issue.severity === "error")
  );
}
