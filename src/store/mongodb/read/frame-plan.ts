import type { Document } from "mongodb";
import { frameIdTime } from "../../../journal/frame-id.ts";
import { searchWords } from "../../search-words.ts";
import type { FrameQuery } from "../../store.ts";
import { lastTime } from "./position.ts";
import { wordPattern } from "./words.ts";

/** A question about frames, taken apart into what the server is asked. */
export interface FramePlan {
  /** Nothing can match. */
  empty: boolean;
  indexed: Document[];
  others: Document[];
  /** Bounds of `t`, epoch ms. */
  low: number;
  high: number;
  /** Folded; each must occur. */
  words: string[];
  /** Texts that hold all words, as far as the server can tell; without words everything. */
  inText: Document[];
  /** Texts too long for a document, of which the server knows nothing. */
  inParts: Document[];
  /** Whether what the server finds by `inText` still has to be compared with the words here. */
  check: boolean;
}

/** `clockLag`: how much earlier than `t` the `at` of a frame may be at most, ms. */
export function planFrames(query: FrameQuery, clockLag: number): FramePlan {
  const words = searchWords(query.text);
  const plan: FramePlan = {
    empty: [query.stations, query.actions, query.kinds].some((list) => list?.length === 0),
    indexed: [],
    others: [],
    low: 0,
    high: lastTime,
    words,
    inText: [],
    inParts: [{ parts: { $gt: 0 } }],
    check: false,
  };
  const { indexed, others } = plan;
  if (query.stations !== undefined) indexed.push({ "meta.station": oneOf(query.stations) });
  if (query.connection !== undefined) indexed.push({ "meta.connection": query.connection });
  if (query.actions !== undefined) others.push({ action: oneOf(query.actions) });
  if (query.direction !== undefined) others.push({ direction: query.direction });
  if (query.kinds !== undefined) others.push({ kind: oneOf(query.kinds) });
  if (query.messageId !== undefined) others.push({ messageId: query.messageId });
  if (query.errors === true) indexed.push({ failed: true });
  if (query.from !== undefined) {
    others.push({ at: { $gte: query.from } });
    plan.low = Math.max(plan.low, Math.floor(query.from));
  }
  if (query.to !== undefined) {
    others.push({ at: { $lt: query.to } });
    plan.high = Math.min(plan.high, Math.ceil(query.to + clockLag) + 1);
  }
  if (query.after !== undefined) {
    others.push({ _id: { $gt: query.after } });
    plan.low = Math.max(plan.low, frameIdTime(query.after) ?? 0);
  }
  const patterns = words.map(wordPattern);
  plan.check = patterns.some(({ exact }) => !exact);
  if (words.length > 0)
    plan.inText.push({ $and: patterns.map(({ pattern }) => ({ raw: { $regex: pattern } })) });
  return plan;
}

/** A plain equality where it can be one: every planner knows what to do with that. */
export function oneOf(values: readonly string[]): Document | string {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : { $in: [...values] };
}
