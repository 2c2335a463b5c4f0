import { hash } from "node:crypto";
import type { FrameRecord } from "../frames/frame.ts";
import { copyMark } from "./copy-mark.ts";
import { documentCollectionNames } from "./collections.ts";
import type { RowTypes } from "./row-members.ts";
import type { DocumentRow } from "./rows.ts";
import type { SampleRow, StationStateRow, Store } from "./store.ts";

/**
 * Everything a home keeps, row by row in one form, whichever home it is: what copies and backups carry and what proves
 * them.
 */
export interface Sections extends RowTypes {
  documents: DocumentRow;
  states: StationStateRow;
  samples: SampleRow;
  frames: FrameRecord;
}
export type Section = keyof Sections;

/** In the order in which they are carried. */
export const sections = [
  "documents",
  "states",
  "history",
  "runs",
  "findings",
  "writers",
  "connections",
  "transactions",
  "events",
  "samples",
  "frames",
] as const satisfies readonly Section[];

/** The rows of a section, oldest first, in bounded memory. `without`: writers that are only here to carry. */
export async function* rowsOf<Name extends Section>(
  store: Store,
  section: Name,
  without: readonly string[] = [],
): AsyncGenerator<Sections[Name]> {
  const rows: { [Each in Section]: () => AsyncIterable<Sections[Each]> } = {
    documents: () => documentRows(store),
    states: () => store.states.stream(),
    history: () => store.history.stream({}),
    runs: () => store.runs.stream({}),
    findings: () => store.findings.stream({}),
    writers: () => writerRows(store, without),
    connections: () => store.connections.stream({}),
    transactions: () => store.transactions.stream({}),
    events: () => store.events.stream({}),
    samples: () => store.samples.stream({}),
    frames: () => frameRecords(store),
  };
  yield* rows[section]();
}

async function* documentRows(store: Store): AsyncGenerator<DocumentRow> {
  for (const collection of documentCollectionNames) {
    for (const row of await store.documents.list(collection)) {
      if (collection !== copyMark.collection || row.id !== copyMark.id) yield row;
    }
  }
}

/** A process that still runs here ended, as seen from elsewhere, when it was last seen. */
async function* writerRows(store: Store, without: readonly string[]): AsyncGenerator<RowTypes["writers"]> {
  for (const row of await store.writers("all")) {
    if (!without.includes(row.writer)) yield { ...row, endedAt: row.endedAt ?? row.seenAt };
  }
}

/** Without the answer: it follows from the frames. The members in order of their names, which makes `canonicalJson` cheap. */
async function* frameRecords(store: Store): AsyncGenerator<FrameRecord> {
  for await (const f of store.frames.stream({})) {
    yield {
      action: f.action,
      at: f.at,
      connection: f.connection,
      dialect: f.dialect,
      direction: f.direction,
      error: f.error,
      id: f.id,
      issues: f.issues,
      kind: f.kind,
      latency: f.latency,
      marks: f.marks,
      messageId: f.messageId,
      pair: f.pair,
      raw: f.raw,
      size: f.size,
      station: f.station,
      writer: f.writer,
    };
  }
}

/** A row as JSON with its members in order of their names, so that equal rows are equal texts. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null || isOrdered(value)) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members: string[] = [];
  for (const name of Object.keys(value).toSorted()) {
    const member: unknown = Reflect.get(value, name);
    if (member !== undefined) members.push(`${JSON.stringify(name)}:${canonicalJson(member)}`);
  }
  return `{${members.join(",")}}`;
}

/** The canonical form of a value whose JSON is known. */
export function canonicalFrom(value: object, json: string): string {
  return isOrdered(value) ? json : canonicalJson(value);
}

/** Whether the members are in order of their names all the way down, so that plain JSON is the canonical form. */
function isOrdered(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isOrdered);
  let before: string | undefined;
  for (const name of Object.keys(value)) {
    if (before !== undefined && name < before) return false;
    before = name;
  }
  return Object.values(value).every(isOrdered);
}

/** What a section holds: equal digests and counts mean equal rows, in whatever order a home gives rows of one moment. */
export class Content {
  count = 0;
  readonly #sum = new Uint32Array(8);

  /** Adds a row in canonical form. */
  add(text: string): void {
    this.count += 1;
    // As text, a character a byte: a buffer for each row takes longer than the hash.
    const digest = hash("sha256", text, "binary");
    for (let lane = 0; lane < 8; lane++) this.#sum[lane] = (this.#sum[lane] ?? 0) + wordAt(digest, lane * 4);
  }

  /** The sum of the SHA-256 of all rows, word by word, in hexadecimal. */
  digest(): string {
    return [...this.#sum].map((word) => word.toString(16).padStart(8, "0")).join("");
  }
}

/** One for each section, empty. */
export function contentsOfAll(): Record<Section, Content> {
  return Object.fromEntries(sections.map((section) => [section, new Content()])) as Record<Section, Content>;
}

/** Four bytes, the highest first, as a number. */
function wordAt(bytes: string, at: number): number {
  const [a, b] = [bytes.charCodeAt(at), bytes.charCodeAt(at + 1)];
  const [c, d] = [bytes.charCodeAt(at + 2), bytes.charCodeAt(at + 3)];
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
