import { expect, test } from "vitest";
import { dialects } from "../../../protocol/dialect.ts";
import { officialCases } from "./catalogue.ts";

test("holds the official number of cases", () => {
  expect(officialCases["1.6J"]).toHaveLength(77);
  expect(officialCases["2.0.1"]).toHaveLength(252);
});

test.each(dialects)("names each case of %s once", (dialect) => {
  const ids = officialCases[dialect].map((item) => item.id);
  expect(new Set(ids).size).toBe(ids.length);
});
