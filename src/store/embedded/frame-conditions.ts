import type { FrameSearch } from "./calls.ts";
import { Conditions } from "./conditions.ts";
import { bucketSizeOf } from "./frame-plan.ts";
import type { FramePlan } from "./frame-plan.ts";
import type { Chunk } from "./spans.ts";

/** What follows the table's name. */
export function indexed(plan: FramePlan): string {
  return plan.index === null ? "NOT INDEXED" : `INDEXED BY ${plan.index}`;
}

/** All conditions on a frame but those on its number; on its time only where asked. They are added to `where`. */
export function conditionsOf(
  search: FrameSearch,
  plan: FramePlan,
  time: boolean,
  where = new Conditions(),
): Conditions {
  where.join(plan.where);
  if (time) where.span("at", search.query);
  for (const word of plan.words) {
    if (isPlain(word)) {
      const pattern = `%${word.replaceAll(/[\\%_]/gu, "\\$&")}%`;
      where.add("(frames.raw LIKE ? ESCAPE '\\' OR nul = 1 AND has_word(frames.raw, ?))", pattern, word);
    } else where.add("has_word(frames.raw, ?)", word);
  }
  return where;
}

/** The conditions on the frames of one chunk. */
export function conditionsIn(chunk: Chunk, search: FrameSearch, plan: FramePlan): Conditions {
  const where = new Conditions();
  if (plan.index !== null) where.add(`n >> ${Math.log2(bucketSizeOf(plan.index))} = ?`, chunk.bucket);
  where.add("n BETWEEN ? AND ?", chunk.low, chunk.high);
  return conditionsOf(search, plan, !chunk.inside, where);
}

/** Whether SQLite's own LIKE, which folds ASCII only and has a longest pattern, means the same as `foldCase`. */
function isPlain(word: string): boolean {
  return word.length <= 10_000 && /^[\x01-\x7f]*$/u.test(word);
}
