import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { checkCollection, documentCollectionNames, secretsIn } from "./collections.ts";

test("each file here is a collection of its name, listed once", () => {
  const files = readdirSync(import.meta.dirname).filter((file) => !/^collections?\.|\.test\./.test(file));
  expect(documentCollectionNames.map((name) => `${name}.ts`).toSorted()).toEqual(files.toSorted());
});

test("what is secret is known of each, and nothing of what there is not", () => {
  expect(secretsIn("stations")).toEqual(["tls/key"]);
  expect(secretsIn("gone")).toEqual([]);
});

test("a name of nothing is refused, with those that are known", () => {
  expect(() => checkCollection("tokens")).not.toThrow();
  expect(() => checkCollection("Tokens")).toThrow(/no collection "Tokens"; known are stations, /);
});
