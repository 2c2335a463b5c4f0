import type { SQLInputValue } from "node:sqlite";
import { searchWords } from "../search-words.ts";
import type { FrameQuery } from "../store.ts";
import { Conditions } from "./conditions.ts";
import { classesOf } from "./pack-batch.ts";
import { bucketSize, failedBucketSize } from "./schema.ts";

/** How one bucket of frames is asked: the index to walk, and the conditions. */
export interface FramePlan {
  index: Index | null;
  where: Conditions;
  /** Folded; checked on the raw text. */
  words: string[];
  /** True when no frame can match. */
  empty: boolean;
  /** True when every frame of the range of numbers and times matches. */
  all: boolean;
}

export type Index =
  | "frames_by_message"
  | "frames_by_connection"
  | "frames_by_station"
  | "frames_failed"
  | "frames_failed_by_station"
  | "frames_by_action"
  | "frames_by_class";

/** How many numbers one bucket of an index has; a search without an index goes as far at a time. */
export function bucketSizeOf(index: Index | null): number {
  return index === "frames_failed_by_station" ? failedBucketSize : bucketSize;
}

/**
 * Chooses by what is usually the rarest. `number` gives the number of a name, undefined when no frame has it.
 * Conditions on time are not here: they depend on the bucket.
 */
export function planFrames(query: FrameQuery, number: (name: string) => number | undefined): FramePlan {
  const plan: FramePlan = {
    index: null,
    where: new Conditions(),
    words: searchWords(query.text),
    empty: false,
    all: false,
  };
  const among = (column: string, values: readonly SQLInputValue[]): void => {
    if (values.length === 0) plan.empty = true;
    plan.where.add(`${column} IN (${values.map(() => "?").join(", ")})`, ...values);
  };
  const named = (column: string, names: readonly string[]): void =>
    among(
      column,
      [...new Set(names)].flatMap((name) => number(name) ?? []),
    );
  const use = (index: Index): void => {
    plan.index ??= index;
  };

  if (query.messageId !== undefined) {
    use("frames_by_message");
    among("message", [query.messageId]);
  }
  if (query.connection !== undefined) {
    use("frames_by_connection");
    named("connection", [query.connection]);
  }
  if (query.stations !== undefined) {
    use(query.errors === true ? "frames_failed_by_station" : "frames_by_station");
    named("station", query.stations);
  }
  if (query.errors === true) {
    use("frames_failed");
    plan.where.add("failed = 1");
  }
  if (query.actions !== undefined) {
    use("frames_by_action");
    named("action", query.actions);
  }
  const classes = classesOf(query.kinds, query.direction);
  if (classes !== null) {
    use("frames_by_class");
    among("class", [...new Set(classes)]);
  }
  plan.all = plan.where.parts.length === 0 && plan.words.length === 0;
  return plan;
}
