import { expect, it } from "vitest";
import type { FrameRecord } from "../frames/frame.ts";
import { Journal } from "./journal.ts";
import { LastWords } from "./last-words.ts";

const journal = new Journal({ store: null, now: () => 1, writer: "a/1" });
function frame(station: string, part: Partial<FrameRecord> = {}): FrameRecord {
  const start = { connection: "1", dialect: "1.6J", direction: "out", kind: "call", raw: "" } as const;
  return { ...journal.record({ ...start, station }), ...part };
}

it("finds CALLs that nothing settled, by the newest record of each station", () => {
  const words = new LastWords();
  const [a, b, c, d] = ["A", "B", "C", "D"].map((station) => frame(station));
  words.see(
    [frame("D", { kind: "closed" }), frame("A", { direction: "in", kind: "callResult", pair: a?.id ?? "" })],
    null,
  );
  words.see(
    [a, b, c, d].filter((one) => one !== undefined),
    1,
  );
  const again = frame("B");
  words.see([again, frame("B", { direction: "in" }), frame("C", { kind: "refused" })], null);
  expect(words.open(() => 0)).toEqual([again]);
});

it("asks the store alone of what came after portions that are in it", () => {
  const words = new LastWords();
  const old = frame("A");
  const young = frame("B");
  words.see([old], 1);
  words.see([young], 2);
  expect(words.open(() => 1)).toEqual([young]);
  words.see([old], null);
  expect(words.open(() => 1)).toEqual([old, young]);
});
