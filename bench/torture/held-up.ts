import { readFileSync } from "node:fs";

/** A time in which something was so, epoch ms. */
export interface Span {
  from: number;
  to: number;
}

/** What `note-held-up.ts` left in a file: when the process that was killed then had to wait. Nothing where it left nothing. */
export function heldUp(file: string, killed: number): Span[] {
  const spans = textOf(file)
    .split("\n")
    .map((line) => line.split(" ").map(Number))
    .flatMap(([from = Number.NaN, to = Number.NaN]) => (to > from ? [{ from, to }] : []));
  const [loop = killed, threads = killed] = textOf(`${file}.beat`).split(" ").map(Number);
  for (const from of [loop, threads]) if (from > 0 && from < killed) spans.push({ from, to: killed });
  return spans;
}

/** How much of the time between two moments is in none of the spans, ms. */
export function ownTime(from: number, to: number, spans: readonly Span[]): number {
  let own = 0;
  let at = from;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (span.to <= at) continue;
    if (span.from >= to) break;
    own += Math.max(0, span.from - at);
    at = span.to;
  }
  return own + Math.max(0, to - at);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
