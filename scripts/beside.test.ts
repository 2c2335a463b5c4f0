import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Below so many lines a file is mostly its words: what uses it tests it. */
const shortFile = 40;

/**
 * Parts of which some files are not tested beside them: how many these are, and the tests that try them instead. The
 * numbers only fall: who adds a file adds its test.
 */
const elsewhere: { [part: string]: { most: number; by: string[] } } = {
  // A station is tested as a dialogue in the words of a version.
  "protocol/model": { most: 23, by: ["protocol/v16", "protocol/v201", "protocol/dialect"] },
  "protocol/v16": { most: 1, by: ["protocol/v16"] },
  "protocol/v201": { most: 9, by: ["protocol/v201"] },
  // What two versions share in reading samples is tested where they read them; records where they are recorded.
  "protocol/ledger": { most: 1, by: ["protocol/v16", "protocol/v201"] },
  "src/frames": { most: 1, by: ["src/journal"] },
  "src/input": { most: 1, by: ["src/api"] },
  "src/result.ts": { most: 1, by: ["src/server", "src/api"] },
  // What says why a schema refuses, and how versions state rules: by their rules.
  "protocol/validate": { most: 7, by: ["protocol/validate", "schemas"] },
  // The readers and writers of envelopes need a version's services.
  "protocol/wire": { most: 11, by: ["protocol/v16/soap"] },
  // Routes are asked as clients ask them, commands run as processes.
  "src/api": { most: 14, by: ["src/api"] },
  "src/cli": { most: 13, by: ["src/cli"] },
  // Cases and rules run against the sandbox, good and bad.
  "src/conformance": { most: 12, by: ["src/conformance"] },
  "src/journal": { most: 21, by: ["src/journal"] },
  "src/sandbox": { most: 7, by: ["src/sandbox", "src/conformance"] },
  "src/server": { most: 13, by: ["src/server", "src/api"] },
  "src/station": { most: 6, by: ["src/station"] },
  // Both homes pass one contract, with all that stands behind it.
  "src/store": { most: 72, by: ["src/store", "src/cli/store"] },
  "src/validate": { most: 3, by: ["src/validate", "src/cli/validate"] },
};

/** Path from the root to text, of all that is TypeScript. */
function readAll(...folders: string[]): Map<string, string> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const code = files.filter((file) => /\.tsx?$/.test(file));
  return new Map(code.map((file) => [file, readFileSync(join(root, file), "utf8")]));
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const isForTests = (file: string): boolean => /\/testing\/|\/testing\.ts$|\/contract\/|\.red\.ts$/.test(file);

/** Exports something that does something: a function or a class, no matter how it is written. */
const behaves = (text: string): boolean =>
  /^export (?:default )?(?:async )?(?:abstract )?(?:function|class)\b/m.test(text) ||
  /^export const \w+(?:: [^=]+)? =\s+(?:async )?(?:<[^>]*>)?(?:\([^)]*\)|\w+)(?:: [^=]+)? =>/m.test(text);

/** Files that a file imports or starts as a worker or process. */
const neededBy = (file: string, text: string): string[] =>
  [...text.matchAll(/(?:from|import\(|new URL\()\s*"(\.[^"]+)"|"(\w+\.worker)"/g)].map(([, path, worker]) =>
    join(dirname(file), path ?? `${worker ?? ""}.ts`),
  );

/** Files with behaviour that no test of the same name, nor another one beside them, imports. */
function withoutTest(files: ReadonlyMap<string, string>): string[] {
  const tested = new Set<string>();
  for (const [file, text] of files) {
    if (!isTest(file)) continue;
    tested.add(file.replace(".test.", "."));
    for (const path of neededBy(file, text)) if (dirname(path) === dirname(file)) tested.add(path);
  }
  return [...files]
    .filter(([file, text]) => !isTest(file) && !isForTests(file) && behaves(text))
    .filter(([file, text]) => text.split("\n").length > shortFile && !tested.has(file))
    .map(([file]) => file)
    .sort();
}

/** What tests reach by their imports, however far. */
function reached(files: ReadonlyMap<string, string>, tests: readonly string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...tests];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const text = files.get(file);
    if (text === undefined || found.has(file)) continue;
    found.add(file);
    waiting.push(...neededBy(file, text));
  }
  return found;
}

const partOf = (file: string): string => file.split("/").slice(0, 2).join("/");

describe("a test beside each file that has behaviour", () => {
  const files = readAll("protocol", "schemas", "src");
  const missing = Map.groupBy(withoutTest(files), partOf);

  test.each([...new Set([...missing.keys(), ...Object.keys(elsewhere)])].sort())("%s", (part) => {
    const { by, most } = elsewhere[part] ?? { by: [], most: 0 };
    const untested = missing.get(part) ?? [];
    expect(untested.length, untested.join("\n")).toBeLessThanOrEqual(most);
    const tests = [...files.keys()].filter(
      (file) => isTest(file) && by.some((path) => file.startsWith(path)),
    );
    const tried = reached(files, tests);
    expect(untested.filter((file) => !tried.has(file))).toEqual([]);
  });
});

describe("what counts", () => {
  const long = "\n".repeat(shortFile);
  const found = (files: { [file: string]: string }): string[] => withoutTest(new Map(Object.entries(files)));

  test.each([
    "export function run() {}",
    "export async function run() {}",
    "export default class A {}",
    "export const run = (a: number): string => {};",
    "export const run: Handler = async () => {};",
  ])("behaviour: %s", (line) => {
    expect(found({ "src/x/a.ts": line + long })).toEqual(["src/x/a.ts"]);
  });

  test.each(["export interface A {}", "export const list = [1];", "function own() {}"])(
    "none: %s",
    (line) => {
      expect(found({ "src/x/a.ts": line + long })).toEqual([]);
    },
  );

  test("a test of its name, or one beside it that imports it, but none elsewhere", () => {
    const a = `export class A {}${long}`;
    expect(found({ "src/x/a.ts": a, "src/x/a.test.ts": "" })).toEqual([]);
    expect(found({ "src/x/a.ts": a, "src/x/b.test.ts": 'import { A } from "./a.ts";' })).toEqual([]);
    expect(found({ "src/x/a.ts": a, "src/b.test.ts": 'import { A } from "./x/a.ts";' })).toEqual([
      "src/x/a.ts",
    ]);
  });

  test("short files and those that only tests use do not", () => {
    expect(found({ "src/x/a.ts": "export class A {}" })).toEqual([]);
    expect(found({ "src/x/testing/a.ts": `export class A {}${long}` })).toEqual([]);
  });
});
