import { expect, test } from "vitest";
import { nearest, suggest } from "./suggest.ts";

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

test("the others follow by their distance", () => {
  expect(nearest("tc_b_03", ["TC_K_77", "TC_B_01", "TC_B_33"])).toEqual(["TC_B_01", "TC_B_33", "TC_K_77"]);
});
