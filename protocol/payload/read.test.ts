import { expect, test } from "vitest";
import type { JsonObject } from "../wire/frame.ts";
import { integer, isObject, list, numeric, object, objects, text, time, timestamp } from "./read.ts";

const payload = JSON.parse(
  '{"t":"a","i":-3,"n":0.5,"o":{"x":1},"l":[1,{"y":2},null,[],{"z":3}],"at":"2026-01-31T12:00:00+01:00","none":null,"__proto__":{"t":"b"}}',
) as JsonObject;

test("members of the right type are read", () => {
  expect(text(payload, "t")).toBe("a");
  expect([integer(payload, "i"), numeric(payload, "i"), numeric(payload, "n")]).toEqual([-3, -3, 0.5]);
  expect(object(payload, "o")).toEqual({ x: 1 });
  expect(list(payload, "l")).toHaveLength(5);
  expect(objects(payload, "l")).toEqual([{ y: 2 }, { z: 3 }]);
  expect(time(payload, "at")).toBe(Date.UTC(2026, 0, 31, 11));
});

test.each([text, integer, numeric, object, list, time])(
  "what is missing or of another type is undefined: %o",
  (read) => {
    for (const member of ["none", "toString", "nothing"]) expect(read(payload, member)).toBeUndefined();
    expect(read(undefined, "t")).toBeUndefined();
    const wrong =
      { text: "i", integer: "n", numeric: "t", object: "l", list: "o", time: "t" }[read.name] ?? "";
    expect(read(payload, wrong)).toBeUndefined();
  },
);

test("only own members count, __proto__ like any other", () => {
  expect(text(object(payload, "__proto__"), "t")).toBe("b");
  expect(text({}, "__proto__")).toBeUndefined();
  expect(objects(payload, "o")).toEqual([]);
});

test.each([
  [{}, true],
  [Object.create(null), true],
  [[], false],
  [null, false],
  ["{}", false],
  [undefined, false],
])("%j is an object: %s", (value, expected) => {
  expect(isObject(value)).toBe(expected);
});

test("a moment is written in UTC with three decimals", () => {
  expect(timestamp(Date.UTC(2026, 0, 31, 11))).toBe("2026-01-31T11:00:00.000Z");
});
