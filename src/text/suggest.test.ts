import { expect, test } from "vitest";
import { suggest } from "./suggest.ts";

const known = ["port", "host", "startsPerSecond", "callTimeout"];

test.each([
  ["prot", "port"],
  ["HOST", "host"],
  ["startPerSeconds", "startsPerSecond"],
  ["colour", null],
  ["", null],
])("%s is near %s", (word, near) => {
  expect(suggest(word, known)).toBe(near);
});
