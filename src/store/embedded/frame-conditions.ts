import type { SQLInputValue } from "node:sqlite";
import type { FrameSearch } from "./calls.ts";
import { bucketSizeOf } from "./frame-plan.ts";
import type { FramePlan } from "./frame-plan.ts";
import type { Chunk } from "./spans.ts";

export interface Conditions {
  sql: string;
  values: SQLInputValue[];
}

/** What follows the table's name. */
export function indexed(plan: FramePlan): string {
  return plan.index === null ? "NOT INDEXED" : `INDEXED BY ${plan.index}`;
}

/** All conditions on a frame but those on its number; on its time only where asked. */
export function conditionsOf(search: FrameSearch, plan: FramePlan, time: boolean): Conditions {
  const parts = [...plan.conditions];
  const values = [...plan.values];
  const { from, to } = search.query;
  if (time && from !== undefined) {
    parts.push("at >= ?");
    values.push(from);
  }
  if (time && to !== undefined) {
    parts.push("at < ?");
    values.push(to);
  }
  for (const word of plan.words) {
    if (isPlain(word)) {
      parts.push("(frames.raw LIKE ? ESCAPE '\\' OR nul = 1 AND has_word(frames.raw, ?))");
      values.push(`%${word.replaceAll(/[\\%_]/gu, "\\$&")}%`, word);
    } else {
      parts.push("has_word(frames.raw, ?)");
      values.push(word);
    }
  }
  return { sql: parts.join(" AND "), values };
}

/** The conditions on the frames of one chunk. */
export function conditionsIn(chunk: Chunk, search: FrameSearch, plan: FramePlan): Conditions {
  const rest = conditionsOf(search, plan, !chunk.inside);
  const parts = ["n BETWEEN ? AND ?"];
  const values: SQLInputValue[] = [chunk.low, chunk.high];
  if (plan.index !== null) {
    parts.unshift(`n >> ${Math.log2(bucketSizeOf(plan.index))} = ?`);
    values.unshift(chunk.bucket);
  }
  if (rest.sql !== "") parts.push(rest.sql);
  return { sql: parts.join(" AND "), values: [...values, ...rest.values] };
}

/** Whether SQLite's own LIKE, which folds ASCII only and has a longest pattern, means the same as `foldCase`. */
function isPlain(word: string): boolean {
  return word.length <= 10_000 && /^[\x01-\x7f]*$/u.test(word);
}
