import type { WriterRow } from "../../store/rows.ts";

/** A process that gave no sign of life for so long counts as gone, ms. */
export const silence = 60_000;

/** When a process of this name gave its last sign of life; null when none is known. */
export function lastSeen(writers: readonly WriterRow[], name: string): number | null {
  const seen = writers.filter((writer) => writer.name === name).map(({ seenAt }) => seenAt);
  return seen.length === 0 ? null : Math.max(...seen);
}

/** True while a process of this name runs and says so. */
export function isAlive(writers: readonly WriterRow[], name: string, now: number): boolean {
  return writers.some((writer) => writer.name === name && isWriterAlive(writer, now));
}

/** True while this very process runs and says so. */
export function isWriterAlive(writer: WriterRow, now: number): boolean {
  return writer.endedAt === null && now - writer.seenAt < silence;
}
