import type { Document } from "mongodb";
import { defined } from "../../../defined.ts";
import { frameIdTime } from "../../../frames/frame-id.ts";
import { searchWords } from "../../search-words.ts";
import type { FrameQuery } from "../../store.ts";
import { lastTime, seriesHigh, seriesLow } from "../series-time.ts";
import { wordPattern } from "./words.ts";

/** A question about frames, taken apart into what the server is asked. */
export interface FramePlan {
  /** Nothing can match. */
  empty: boolean;
  indexed: Document[];
  /** On members that every document has. */
  others: Document[];
  /** On members that may lie in `frame_parts`. */
  movable: Document[];
  /** Bounds of `t`, epoch ms. */
  low: number;
  high: number;
  /** Of the question, for judging here what the server cannot: in all documents, or in those with parts only. */
  wanted: Wanted;
  check: "all" | "parts";
}

export interface Wanted {
  actions?: readonly string[];
  messageId?: string;
  /** Folded; each must occur. */
  words: readonly string[];
}

/** `clockLag`: how much earlier than `t` the `at` of a frame may be at most, ms. */
export function planFrames(query: FrameQuery, clockLag: number): FramePlan {
  const { actions, messageId } = query;
  const words = searchWords(query.text);
  const patterns = words.map(wordPattern);
  const plan: FramePlan = {
    empty: [query.stations, actions, query.kinds].some((list) => list?.length === 0),
    indexed: [
      defined({
        "meta.station": query.stations && oneOf(query.stations),
        "meta.connection": query.connection,
        failed: query.errors === true ? true : undefined,
      }),
    ],
    others: [
      defined({
        direction: query.direction,
        kind: query.kinds && oneOf(query.kinds),
        at: between(query.from, query.to),
        _id: query.after === undefined ? undefined : { $gt: query.after },
      }),
    ],
    movable: patterns.map(({ pattern }) => ({ raw: { $regex: pattern } })),
    low: 0,
    high: lastTime + 1,
    wanted: defined({ words, actions, messageId }),
    check: patterns.every(({ exact }) => exact) ? "parts" : "all",
  };
  if (actions !== undefined) plan.movable.push({ action: oneOf(actions) });
  if (messageId !== undefined) plan.movable.push({ messageId });
  if (query.from !== undefined) plan.low = Math.max(plan.low, seriesLow(query.from));
  if (query.to !== undefined) plan.high = Math.min(plan.high, seriesHigh(Math.ceil(query.to + clockLag)) + 1);
  if (query.after !== undefined) plan.low = Math.max(plan.low, seriesLow(frameIdTime(query.after) ?? 0));
  return plan;
}

/** All conditions that need no look at the index: documents with parts pass, and are judged here. */
export function conditionsOf(plan: FramePlan): Document[] {
  if (plan.movable.length === 0) return plan.others;
  const [only] = plan.movable;
  const inDocument = plan.movable.length === 1 && only !== undefined ? only : { $and: plan.movable };
  return [...plan.others, { $or: [inDocument, withParts] }];
}

/** Whose text, or all of it, was too long for one document. */
export const withParts: Document = { parts: { $gt: 0 } };

/** From, inclusive, to, exclusive; undefined without bounds. */
export function between(from: number | undefined, to: number | undefined): Document | undefined {
  return from === undefined && to === undefined ? undefined : defined({ $gte: from, $lt: to });
}

/** A plain equality where it can be one: every planner knows what to do with that. */
export function oneOf(values: readonly string[]): Document | string {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : { $in: [...values] };
}
