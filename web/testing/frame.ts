import type { FrameRow } from "../api/frames.ts";

/** A frame for tests; `n` decides its id and its place in order. */
export function frame(n: number, change: Partial<FrameRow> = {}): FrameRow {
  const raw = change.raw ?? `[2,"m${n}","Heartbeat",{}]`;
  return {
    id: String(n).padStart(26, "0"),
    at: 1_700_000_000_000 + n * 1000,
    station: "CP-1",
    writer: "test/1",
    connection: "c1",
    dialect: "2.0.1",
    direction: "out",
    kind: "call",
    action: "Heartbeat",
    messageId: `m${n}`,
    raw,
    size: raw.length,
    pair: null,
    latency: null,
    error: null,
    issues: [],
    marks: [],
    answer: null,
    ...change,
  };
}

/** The answer to `frame(n)`. */
export function answer(n: number, to: number, change: Partial<FrameRow> = {}): FrameRow {
  return frame(n, {
    kind: "callResult",
    direction: "in",
    raw: `[3,"m${to}",{"currentTime":"2026-01-01T00:00:00Z"}]`,
    messageId: `m${to}`,
    pair: String(to).padStart(26, "0"),
    latency: 12,
    ...change,
  });
}
