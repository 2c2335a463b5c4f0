import { Type } from "typebox";
import { expect, test } from "vitest";
import { shapeOf } from "./shape.ts";
import { fieldsByMessage, widen } from "./widen.ts";

const schema = Type.Object({
  short: Type.String({ maxLength: 10 }),
  free: Type.String(),
  count: Type.Integer({ maximum: 5 }),
  list: Type.Array(Type.Object({ inner: Type.Object({ value: Type.String({ maxLength: 50 }) }) })),
});

test("a field becomes as long as is said, also within lists, and nothing else changes", () => {
  const wide = shapeOf(
    widen(schema, [
      ["short", 99],
      ["list.inner.value", 500],
    ]),
  );
  expect(wide.properties?.["short"]?.maxLength).toBe(99);
  expect(wide.properties?.["list"]?.items?.properties?.["inner"]?.properties?.["value"]?.maxLength).toBe(500);
  expect(wide.properties?.["count"]).toEqual(shapeOf(schema).properties?.["count"]);
  expect(shapeOf(schema).properties?.["short"]?.maxLength).toBe(10);
});

test.each([
  ["short", 9],
  ["short", Number.NaN],
  ["free", 100],
  ["count", 100],
  ["list", 100],
  ["nothing", 100],
  ["short.deeper", 100],
  ["__proto__", 100],
  ["", 100],
])("%j of %d characters changes nothing", (field, length) => {
  expect(JSON.stringify(widen(schema, [[field, length]]))).toBe(JSON.stringify(schema));
});

test("fields are grouped by the message before the first point", () => {
  const lengths = { "ARequest.x.y": 1, "ARequest.z": 2, "BResponse.x": 3, CRequest: 4, ".x": 5 };
  expect([...fieldsByMessage(lengths)]).toEqual([
    [
      "ARequest",
      [
        ["x.y", 1],
        ["z", 2],
      ],
    ],
    ["BResponse", [["x", 3]]],
  ]);
});
