import { expect, test } from "vitest";
import { integer, isObject, list, numeric, object, objects, text, time, timestamp } from "./read.ts";

const payload = {
  text: "a",
  integer: 3,
  decimal: 1.5,
  object: { b: 1 },
  list: [{ c: 1 }, 5, null, [], "d"],
  nothing: null,
  time: "2026-01-05T11:00:00+01:00",
  endless: Infinity,
};

test("gives what is there and of its type", () => {
  expect([text(payload, "text"), integer(payload, "integer"), numeric(payload, "decimal")]).toEqual([
    "a",
    3,
    1.5,
  ]);
  expect([object(payload, "object"), list(payload, "list"), objects(payload, "list")]).toEqual([
    { b: 1 },
    payload.list,
    [{ c: 1 }],
  ]);
  expect(timestamp(time(payload, "time") ?? NaN)).toBe("2026-01-05T10:00:00.000Z");
});

const readers = { text, integer, numeric, object, list, time };
const own: { [reader: string]: string[] } = {
  text: ["text", "time"],
  integer: ["integer"],
  numeric: ["integer", "decimal"],
  object: ["object"],
  list: ["list"],
  time: ["time"],
};

test.each(Object.entries(readers))("%s: undefined for all else", (name, read) => {
  const found = Object.keys(payload).filter((member) => read(payload, member) !== undefined);
  expect(found).toEqual(own[name]);
  for (const member of ["missing", "__proto__", "toString", "constructor"]) {
    expect(read(payload, member)).toBeUndefined();
  }
  expect(read(undefined, "text")).toBeUndefined();
});

test("objects are neither lists nor null", () => {
  expect([{}, Object.create(null), [], null, "a", 1, undefined].map(isObject)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
