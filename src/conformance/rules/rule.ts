import { dialectEntry, type Dialect, type Family } from "../../../protocol/dialect.ts";
import { isLinkRecord, type FrameRecord } from "../../frames/frame.ts";
import type { Level } from "../verdict.ts";

/** What a rule looks at. */
export interface RuleInput {
  /** All that was recorded during one case, in order of time. */
  frames: readonly FrameRecord[];
  /** What was recorded in earlier cases of the same audit, for rules that reach across connections. */
  earlier: readonly FrameRecord[];
  /** How long the CSMS had for an answer, ms. */
  timeout: number;
}

export interface RuleFinding {
  ok: boolean;
  expected: string;
  actual: string;
  /** Ids of the frames that prove it. */
  frames: string[];
}

/** Where a version demands it, and how hard. */
export interface Citation {
  /** `{dialect}` stands for the one in question. */
  requirement: string;
  level: Level;
}

/**
 * Something that holds in every case: judged over the frames of the case, whatever it was about. A pure function, so that a
 * recording can be judged again.
 */
export interface Rule {
  id: string;
  text: string;
  /** For a family of dialects, or for one of them where they differ. Neither: the rule does not apply there. */
  citations: { readonly [scope in Family | Dialect]?: Citation };
  /** Null when the case gave the rule nothing to judge; it is not listed then. */
  judge(input: RuleInput): RuleFinding | null;
}

/** Where the dialect demands what the rule asks; undefined where it does not. */
export function citationOf(rule: Rule, dialect: Dialect): Citation | undefined {
  const found = rule.citations[dialect] ?? rule.citations[dialectEntry(dialect).family];
  return found && { ...found, requirement: found.requirement.replaceAll("{dialect}", dialect) };
}

/** The frames that came from the CSMS. */
export function fromCsms(frames: readonly FrameRecord[]): FrameRecord[] {
  return frames.filter((frame) => frame.direction === "in" && !isLinkRecord(frame));
}

/**
 * What a rule found: null when nothing was there to judge. The evidence is what is `bad`, or all that was judged when nothing
 * is; `frames` says which ids prove it of one record, its own unless given.
 */
export function findingOver(
  judged: readonly FrameRecord[],
  bad: readonly FrameRecord[],
  words: {
    expected: string;
    good: string;
    bad: (frame: FrameRecord) => string | readonly string[];
    frames?: (frame: FrameRecord, ok: boolean) => readonly string[];
  },
): RuleFinding | null {
  if (judged.length === 0) return null;
  const ok = bad.length === 0;
  return {
    ok,
    expected: words.expected,
    actual: ok ? words.good : some(bad.flatMap(words.bad)),
    frames: (ok ? judged : bad).flatMap((frame) => words.frames?.(frame, ok) ?? [frame.id]),
  };
}

/** The ids of a record and of the one that it belongs to. */
export function withPair(frame: FrameRecord): string[] {
  return frame.pair === null ? [frame.id] : [frame.pair, frame.id];
}

/** "a; b; and 3 more" */
export function some(texts: readonly string[], most = 3): string {
  const shown = texts.slice(0, most).join("; ");
  return texts.length > most ? `${shown}; and ${texts.length - most} more` : shown;
}
