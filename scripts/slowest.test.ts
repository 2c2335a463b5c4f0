import { join } from "node:path";
import { expect, test } from "vitest";
import { slowest } from "./slowest.ts";

test("the longest come first, with what they import and set up, and no more than asked for", () => {
  const file = (name: string, times: object) => ({
    moduleId: join(process.cwd(), name),
    diagnostic: () => times,
  });
  const files = [
    file("src/a.test.ts", { duration: 1000 }),
    file("src/b.test.ts", {
      duration: 100,
      collectDuration: 900,
      setupDuration: 200,
      environmentSetupDuration: 300,
    }),
    file("src/c.test.ts", { duration: 61_234 }),
    file("src/d.test.ts", {}),
  ];
  expect(slowest(files, 3)).toEqual([
    "    61.2 s  src/c.test.ts",
    "     1.5 s  src/b.test.ts",
    "     1.0 s  src/a.test.ts",
  ]);
});
