import { readdir } from "node:fs/promises";
import { join } from "node:path";

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

/** Notes that a segment holds something of a writer. */
export function noteIn(segment: Segment, writer: string, progress: Partial<Progress>): void {
  const last = segment.last.get(writer) ?? { number: 0, id: "" };
  if (progress.number !== undefined && progress.number > last.number) last.number = progress.number;
  if (progress.id !== undefined && progress.id > last.id) last.id = progress.id;
  segment.last.set(writer, last);
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
