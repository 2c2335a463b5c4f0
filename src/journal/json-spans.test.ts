import fc from "fast-check";
import { expect, it } from "vitest";
import { membersNamed, readSpans } from "./json-spans.ts";
import type { Span } from "./json-spans.ts";

/** The value that spans say, read out of their places in the text. */
function valueOf(span: Span, text: string): unknown {
  switch (span.kind) {
    case "object":
      return Object.fromEntries(span.members.map(({ name, value }) => [name, valueOf(value, text)]));
    case "array":
      return span.items.map((item) => valueOf(item, text));
    case "string":
      expect(JSON.parse(text.slice(span.start, span.end))).toBe(span.text);
      return span.text;
    case "other":
      return JSON.parse(text.slice(span.start, span.end));
  }
}

const spaces = fc.constantFrom("", " ", "\n\t ");

it("finds all values of any JSON text at their places, whatever space is between", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), spaces, spaces, (value, indent, around) => {
      const text = around + JSON.stringify(value, null, indent) + around;
      const span = readSpans(text);
      expect(span === null ? "nothing" : valueOf(span, text)).toEqual(JSON.parse(text));
    }),
    { seed: 5 },
  );
});

it("gives each member of a name that comes twice, and escaped names as they are meant", () => {
  const text = String.raw`{"a":1,"b":[],"\u0061":{"a":2}}`;
  const span = readSpans(text);
  if (span === null) throw new Error("not read");
  expect(membersNamed(span, "a").map(({ start, end }) => text.slice(start, end))).toEqual(["1", '{"a":2}']);
});

it("gives nothing for what is no JSON, or not worth it", () => {
  for (const text of ["", "{", '{"a":1,}', '"a', "[1]x", "[".repeat(300) + "]".repeat(300)])
    expect(readSpans(text)).toBeNull();
  expect(readSpans(`[${"1,".repeat(1_000_001)}1]`)).toBeNull();
});
