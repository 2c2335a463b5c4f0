import { describe, expect, it } from "vitest";
import { personHeader } from "../../src/api/schema/person.ts";
import { headerText, personName } from "./person-name.ts";

/** What the server makes of a header; null when it refuses. */
function heard(value: string): string | null {
  const read = personHeader.safeParse({ "x-stationmaster-user": value });
  return read.success ? (read.data["x-stationmaster-user"] ?? "") : null;
}

describe("name of a person", () => {
  it.each([
    ["Ann Example", "Ann Example"],
    ["  Zoë Ørsted ", "Zoë Ørsted"],
    ["Voilà", "Voilà"],
    ["李小龍 🚗", "李小龍 🚗"],
    ["🚗".repeat(100), "🚗".repeat(100)],
    ["", null],
    ["   ", null],
    ["x".repeat(101), null],
    ["a\tb", null],
    ["a\u0000b", null],
    ["a\u200fb", null],
  ])("%j is %j, here and for the server", (typed, name) => {
    expect(personName(typed)).toBe(name);
    expect(heard(headerText(typed))).toBe(name);
  });

  it.each([undefined, null, 5, {}])("%j is none", (value) => {
    expect(personName(value)).toBeNull();
  });
});
