import type { Batch } from "../../store/store.ts";

/** Portions of one writer as one batch with the given number; of rows with the same key the last counts. */
export function mergePortions(portions: readonly Batch[], number: number): Batch {
  const [first] = portions;
  if (first === undefined) throw new RangeError("no portions to merge");
  if (portions.length === 1) return first.number === number ? first : { ...first, number };
  return {
    writer: first.writer,
    number,
    frames: portions.flatMap(({ frames }) => frames),
    transactions: lastOf(portions.flatMap(({ transactions }) => transactions)),
    samples: portions.flatMap(({ samples }) => samples),
    events: portions.flatMap(({ events }) => events),
    connections: lastOf(portions.flatMap(({ connections }) => connections)),
  };
}

function lastOf<Row extends { key: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}

/** UTF-8 bytes of raw text. */
export function rawBytes(batch: Batch): number {
  let bytes = 0;
  for (const frame of batch.frames) bytes += frame.size;
  return bytes;
}
