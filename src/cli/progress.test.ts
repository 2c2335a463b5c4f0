import { expect, test } from "vitest";
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
  const text = (): string => "12,345 lines, 2 wrong";
  progress.show(text);
  progress.clear();
  expect(screen.written).toBe("");
  now = 300;
  progress.show(text);
  progress.show(text);
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
  progress.show(() => "1 line");
  expect(screen.written).toBe("");
});
