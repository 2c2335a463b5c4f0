import type { StoreView } from "../api/store.ts";

/** A process that gave no sign of life for so long counts as gone, ms; as the server judges it. */
const silence = 60_000;

/** Whether a process of this name runs, and when it gave its last sign of life. */
export function processState(
  writers: StoreView["writers"],
  name: string,
  now: number,
): { alive: boolean; seenAt: number | null } {
  const own = writers.filter((writer) => writer.name === name);
  return {
    alive: own.some((writer) => writer.endedAt === null && now - writer.seenAt < silence),
    seenAt: own.length === 0 ? null : Math.max(...own.map(({ seenAt }) => seenAt)),
  };
}
