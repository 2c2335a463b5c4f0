import { Random } from "./random.ts";
import { sampleOf, type Sample } from "./texts.ts";
import { ours, tryOut, type Subject } from "./trial.ts";

export interface Failure {
  index: number;
  /** How many from there, when it is not known which; default 1. */
  count?: number;
  dialect: string;
  /** What went wrong. */
  reason: string;
  /** The text, shortened. */
  text: string;
}

export interface Batch {
  seed: number;
  /** Of the first text. */
  from: number;
  count: number;
  /** Longest time for one text, ms. */
  longest: number;
}

export interface BatchResult {
  counts: Map<string, number>;
  failures: Failure[];
  /** Longest time that a text took, ms. */
  slowest: number;
}

const mostFailures = 10;

/** With the stack, which costs too much while all is well: a text that is no JSON is an exception in the engine. */
function explained(error: unknown, sample: Sample, subject: Subject): string {
  Error.stackTraceLimit = 10;
  try {
    tryOut(sample, subject);
  } catch (again) {
    return again instanceof Error ? (again.stack ?? again.message) : String(again);
  } finally {
    Error.stackTraceLimit = 0;
  }
  return `not again, but at first: ${String(error)}`;
}

/** Tries so many texts; a text depends on seed and index alone. */
export function runBatch({ seed, from, count, longest }: Batch, subject: Subject = ours): BatchResult {
  const counts = new Map<string, number>();
  const failures: Failure[] = [];
  let slowest = 0;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  for (let index = from; index < from + count && failures.length < mostFailures; index++) {
    const sample = sampleOf(new Random(seed, index));
    const fail = (reason: string): void => {
      const text = JSON.stringify(new TextDecoder().decode(sample.bytes));
      failures.push({ index, dialect: sample.dialect, reason, text: text.slice(0, 2000) });
    };
    const before = performance.now();
    try {
      const outcome = tryOut(sample, subject);
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    } catch (error) {
      fail(explained(error, sample, subject));
    }
    const took = performance.now() - before;
    slowest = Math.max(slowest, took);
    if (took > longest) fail(`took ${Math.round(took)} ms`);
  }
  Error.stackTraceLimit = stackTraceLimit;
  return { counts, failures, slowest };
}
