import { describe, expect, test } from "vitest";
import { dialects } from "../../../protocol/dialect.ts";
import { cases } from "../cases/all.ts";
import { rules } from "../rules/all.ts";
import { officialCases } from "./catalogue.ts";

test("holds the official number of cases", () => {
  expect(officialCases["1.6J"]).toHaveLength(77);
  expect(officialCases["2.0.1"]).toHaveLength(252);
});

describe.each(dialects)("%s", (dialect) => {
  const official = officialCases[dialect];

  test("names each case once", () => {
    expect(new Set(official.map((item) => item.id)).size).toBe(official.length);
  });

  test("calls implemented exactly what is", () => {
    const built = cases.filter((each) => each.dialects.includes(dialect)).map((each) => each.id);
    // 1.6S shares the official list of 1.6J, and has no station yet.
    const said =
      dialect === "1.6S"
        ? []
        : official.filter((item) => item.status === "implemented").map((item) => item.id);
    expect(built.toSorted()).toEqual(said.toSorted());
  });
});

describe.each(cases.map((each) => [each.id, each] as const))("%s", (id, each) => {
  test("has the official title", () => {
    for (const dialect of each.dialects)
      expect(officialCases[dialect].find((item) => item.id === id)?.title).toBe(each.title);
  });

  test("names its checks once, cites a requirement for each, and leaves the names of the rules alone", () => {
    const ids = each.checks.map((check) => check.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((check) => rules.some((rule) => rule.id === check))).toEqual([]);
    for (const check of each.checks) expect(check.requirement).not.toBe("");
  });
});
