import { existsSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { scratchFolder } from "./scratch.ts";

test("is what somebody named, and the usual place where there is none in memory", () => {
  expect(scratchFolder("/elsewhere")).toBe("/elsewhere");
  expect(scratchFolder(undefined, "/no/such/folder")).toBeUndefined();
  expect(scratchFolder(undefined, "/proc")).toBeUndefined();
});

test("is there for this run", () => {
  expect(statSync(process.env["TMPDIR"] ?? tmpdir()).isDirectory()).toBe(true);
  expect(existsSync(tmpdir())).toBe(true);
});
