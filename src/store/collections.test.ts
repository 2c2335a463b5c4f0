import { expect, test } from "vitest";
import { checkCollection, secretsIn } from "./collections.ts";

test("what is secret is known of each, and nothing of what there is not", () => {
  expect(secretsIn("stations")).toEqual(["tls/key"]);
  expect(secretsIn("gone")).toEqual([]);
});

test("a name of nothing is refused, with those that are known", () => {
  expect(() => checkCollection("tokens")).not.toThrow();
  expect(() => checkCollection("Tokens")).toThrow(/no collection "Tokens"; known are stations, /);
});
