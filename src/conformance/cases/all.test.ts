import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ConformanceCase } from "../case.ts";
import { officialCases } from "../catalogue/catalogue.ts";
import { rules } from "../rules/all.ts";
import { cases } from "./all.ts";

const ids = (list: readonly ConformanceCase[]): string[] => list.map((each) => each.id).toSorted();

async function exportsOf(file: string): Promise<ConformanceCase[]> {
  const held = (await import(join(import.meta.dirname, file))) as { [name: string]: ConformanceCase };
  return Object.values(held);
}

/** Each file of a case, `v201/e-transactions/tc-e-31-ended-with-queue.ts`, and what it holds: one case, or a few alike. */
const files = await Promise.all(
  readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((file) => basename(file).startsWith("tc-") && !file.endsWith(".red.ts"))
    .map(async (file) => ({ file, held: await exportsOf(file) })),
);

test("every case that has a file is played", () => {
  expect(files.length).toBeGreaterThan(10);
  expect(ids(cases)).toEqual(ids(files.flatMap(({ held }) => held)));
});

test.each([...new Set(files.map(({ file }) => dirname(file)))])("%s lists its cases once", async (folder) => {
  const held = files.filter(({ file }) => dirname(file) === folder).flatMap((each) => each.held);
  expect(ids(await exportsOf(join(folder, "block.ts")))).toEqual(ids(held));
});

test("no dialect has two cases of the same id", () => {
  const names = cases.flatMap((each) => each.dialects.map((dialect) => `${dialect} ${each.id}`));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

describe.each(files)("$file", ({ file, held }) => {
  test("is called after the ids of its cases", () => {
    const [first = "", ...others] = held.map((each) => each.id.replace(/_CSMS$/, ""));
    // TC_023_1 and TC_023_2 share a file that is called tc-023-….
    const shared = others.some((id) => id !== first) ? first.slice(0, first.lastIndexOf("_")) : first;
    for (const id of others) expect(id).toMatch(new RegExp(`^${shared}_`));
    expect(basename(file)).toMatch(new RegExp(`^${shared.toLowerCase().replaceAll("_", "-")}-[a-z]`));
  });

  test.each(held.map((each) => [each.id, each] as const))("%s is official, and of this block", (id, each) => {
    const items = each.dialects.flatMap((dialect) => officialCases[dialect].filter((item) => item.id === id));
    const listed = each.dialects.filter((dialect) => officialCases[dialect].length > 0);
    expect(items).toHaveLength(Math.max(1, listed.length));
    for (const { block } of items)
      expect(basename(dirname(file)).split("-")[0]).toBe(block.split(" ")[0]?.toLowerCase());
  });

  test.each(held.map((each) => [each.id, each] as const))("%s names its checks", (_, each) => {
    const checks = each.checks.map((check) => check.id);
    expect(new Set(checks).size, "each once").toBe(checks.length);
    expect(rules.filter((rule) => checks.includes(rule.id))).toEqual([]);
    for (const check of each.checks) expect(check.requirement).not.toBe("");
  });
});
