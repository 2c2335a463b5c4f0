import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repeated } from "../../testdata/rounds.ts";
import { difference } from "./difference.ts";
import type { Difference } from "./rows.ts";

/** What the entries say, done to a copy of `before`. */
function applied(before: unknown, entries: readonly Difference[]): unknown {
  const root: unknown[] = before === undefined ? [] : [structuredClone(before)];
  for (const entry of entries) {
    const keys = entry.pointer.split("/").map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
    keys[0] = "0";
    let place: object = root;
    for (const key of keys.slice(0, -1)) place = Object.getOwnPropertyDescriptor(place, key)?.value as object;
    const key = keys.at(-1) ?? "";
    if ("after" in entry)
      Object.defineProperty(place, key, {
        value: structuredClone(entry.after),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    else if (Array.isArray(place)) place.length = Math.min(place.length, Number(key));
    else Reflect.deleteProperty(place, key);
  }
  return root[0];
}

/** The same text for the same value, whatever the order of members. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

// Few keys, so that two values often have the same ones.
const key = fc.constantFrom("a", "b", "a.b", "$c", "__proto__", "toString", "", "x/y", "~", "~1", "0");
const value = fc
  .letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, false, 0, 1, 1e300, "", "text", "1"),
      fc.array(tie("value"), { maxLength: 4 }),
      fc
        .array(fc.tuple(key, tie("value")), { maxLength: 5 })
        .map((members) =>
          JSON.parse(`{${members.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join(",")}}`),
        ),
    ),
  }))
  .value.map((made) => JSON.parse(JSON.stringify(made)) as unknown);

describe("the difference", () => {
  it.each<[before: unknown, after: unknown, Difference[]]>([
    [1, 1, []],
    [{ a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, []],
    [undefined, { a: 1 }, [{ pointer: "", after: { a: 1 } }]],
    [null, undefined, [{ pointer: "", before: null }]],
    [{ a: 1 }, [1], [{ pointer: "", before: { a: 1 }, after: [1] }]],
    [[], {}, [{ pointer: "", before: [], after: {} }]],
    [null, {}, [{ pointer: "", before: null, after: {} }]],
    [1, "1", [{ pointer: "", before: 1, after: "1" }]],
    [
      { a: { "x/y": 1, "m~n": 2 }, gone: 3 },
      { a: { "x/y": 2, "m~n": 3 }, come: 4 },
      [
        { pointer: "/a/x~1y", before: 1, after: 2 },
        { pointer: "/a/m~0n", before: 2, after: 3 },
        { pointer: "/gone", before: 3 },
        { pointer: "/come", after: 4 },
      ],
    ],
    [
      [1, 2, 3],
      [1, 5],
      [
        { pointer: "/1", before: 2, after: 5 },
        { pointer: "/2", before: 3 },
      ],
    ],
    [{}, JSON.parse('{"__proto__":1}'), [{ pointer: "/__proto__", after: 1 }]],
    [{}, { toString: null }, [{ pointer: "/toString", after: null }]],
  ])("of %j and %j is %j", (before, after, expected) => {
    expect(difference(before, after)).toEqual(expected);
  });

  it("is nothing exactly for equal values, and leads from one to the other", () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        const entries = difference(before, after);
        expect(entries.length === 0).toBe(canonical(before) === canonical(after));
        expect(canonical(applied(before, entries))).toBe(canonical(after));
        for (const entry of entries) expect(difference(entry.before, entry.after)).not.toEqual([]);
      }),
      repeated(300, 2000, 11),
    );
  });
});
