import { expect, test } from "vitest";
import { Tally } from "../validate/describe.ts";
import { createProgress } from "./progress.ts";

function terminal(isTTY: boolean): { written: string; stream: NodeJS.WriteStream } {
  const screen = { written: "", stream: {} as NodeJS.WriteStream };
  screen.stream = { isTTY, write: (text: string) => ((screen.written += text), true) } as NodeJS.WriteStream;
  return screen;
}

test("the line is rewritten now and then, and taken away", () => {
  const screen = terminal(true);
  let now = 0;
  const progress = createProgress(screen.stream, () => now);
  const tally = Object.assign(new Tally(), { lines: 12_345, invalid: 2 });
  progress.show(tally);
  progress.clear();
  expect(screen.written).toBe("");
  now = 300;
  progress.show(tally);
  progress.show(tally);
  expect(screen.written).toBe("\r\u001b[K12,345 lines, 2 wrong");
  progress.clear();
  progress.clear();
  expect(screen.written).toBe("\r\u001b[K12,345 lines, 2 wrong\r\u001b[K");
});

test("nothing is written where no terminal is", () => {
  const screen = terminal(false);
  let now = 0;
  const progress = createProgress(screen.stream, () => now);
  now = 1000;
  progress.show(new Tally());
  expect(screen.written).toBe("");
});
