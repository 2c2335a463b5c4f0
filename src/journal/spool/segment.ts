import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { SpoolRecord } from "./shapes.ts";

/** How far a writer came: its last portion, and its last frame that was written by itself. */
export interface Progress {
  number: number;
  id: string;
}

/** One file of the spool. */
export interface Segment {
  sequence: number;
  path: string;
  /** Bytes of whole records. */
  size: number;
  /** Found at the start, and what is damaged in it was set aside then. */
  checked: boolean;
  /** What is damaged in it could not be set aside: it stays until that is done. */
  kept?: true;
  /** The furthest of each writer in here. */
  last: Map<string, Progress>;
}

const pattern = /^(\d{10})\.spool$/;

export function segmentPath(folder: string, sequence: number): string {
  return join(folder, `${String(sequence).padStart(10, "0")}.spool`);
}

/** The segments in a folder, oldest first, with nothing known of their content. */
export async function listSegments(folder: string): Promise<Segment[]> {
  const found: Segment[] = [];
  for (const name of await readdir(folder)) {
    const sequence = pattern.exec(name)?.[1];
    if (sequence === undefined) continue;
    found.push({
      sequence: Number(sequence),
      path: join(folder, name),
      size: 0,
      checked: true,
      last: new Map(),
    });
  }
  return found.toSorted((a, b) => a.sequence - b.sequence);
}

/** Notes in a segment what a record in it belongs to, so that it is known when the segment can go. */
export function noteRecord({ last }: Segment, record: SpoolRecord): void {
  switch (record.t) {
    case "frame":
      return advance(last, record.f.writer, { id: record.f.id });
    case "part":
      return advance(last, record.w, { number: record.n });
    case "batch":
      return advance(last, record.w, { number: record.last });
    case "done":
    case "head":
      return;
  }
}

/** Notes that a writer came so far, unless it was further already. */
export function advance(
  progress: Map<string, Progress>,
  writer: string,
  { number = 0, id = "" }: Partial<Progress>,
): void {
  const known = progress.get(writer) ?? { number: 0, id: "" };
  progress.set(writer, {
    number: Math.max(known.number, number),
    id: id > known.id ? id : known.id,
  });
}

/** Whether all in a segment has been delivered. */
export function isDelivered(segment: Segment, delivered: ReadonlyMap<string, Progress>): boolean {
  if (segment.kept === true) return false;
  for (const [writer, last] of segment.last) {
    const reached = delivered.get(writer);
    if (reached === undefined || reached.number < last.number || reached.id < last.id) return false;
  }
  return true;
}
