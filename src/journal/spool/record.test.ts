import fc from "fast-check";
import { expect, it } from "vitest";
import { nextStretch, packRecord } from "./record.ts";
import type { Stretch } from "./record.ts";

const values = [{ a: 1 }, { text: "é😀\u0000" }, [], "x".repeat(300), { nested: { list: [1, null, true] } }];
const records = values.map(packRecord);
const bytes = Buffer.concat(records);
const starts = records.map((_, i) => Buffer.concat(records.slice(0, i)).length);

function scan(of: Buffer): Stretch[] {
  const found: Stretch[] = [];
  for (let at = nextStretch(of, 0); at !== null; at = nextStretch(of, at.end)) found.push(at);
  return found;
}

const valuesOf = (found: readonly Stretch[]): unknown[] =>
  found.flatMap((at) => (at.kind === "record" ? [at.value] : []));

/** No byte is left out or told twice. */
function expectCover(found: readonly Stretch[], length: number): void {
  let end = 0;
  for (const stretch of found) {
    expect(stretch.offset).toBe(end);
    expect(stretch.end).toBeGreaterThan(end);
    ({ end } = stretch);
  }
  expect(end).toBe(length);
}

it("reads back what was written", () => {
  const found = scan(bytes);
  expectCover(found, bytes.length);
  expect(valuesOf(found)).toEqual(values);
});

it("cuts a torn end off at every place, and only that", () => {
  for (let length = 0; length <= bytes.length; length++) {
    const found = scan(bytes.subarray(0, length));
    const whole = starts.filter((start, i) => start + (records[i]?.length ?? 0) <= length).length;
    expectCover(found, length);
    expect(valuesOf(found)).toEqual(values.slice(0, whole));
    const rest = found.slice(whole).map(({ kind }) => kind);
    const clean = length === 0 || length === (starts[whole] ?? bytes.length);
    expect(rest, `cut at ${length}`).toEqual(clean ? [] : ["torn"]);
  }
});

it("sets a record with a wrong bit aside, wherever it is, and reads all others", () => {
  for (let at = 0; at < bytes.length; at++) {
    for (const bit of [1, 128]) {
      const wrong = Buffer.from(bytes);
      wrong[at] = (wrong[at] ?? 0) ^ bit;
      const found = scan(wrong);
      const hit = starts.findLastIndex((start) => start <= at);
      expectCover(found, bytes.length);
      expect(valuesOf(found)).toEqual(values.filter((_, i) => i !== hit));
      expect(found.filter(({ kind }) => kind !== "record")).toMatchObject([
        { kind: "damage", offset: starts[hit] },
      ]);
    }
  }
});

it("takes the zeros that a crash of the machine may leave for a torn end", () => {
  const found = scan(Buffer.concat([bytes, Buffer.alloc(5000)]));
  expect(valuesOf(found)).toEqual(values);
  expect(found.at(-1)).toEqual({ kind: "torn", offset: bytes.length, end: bytes.length + 5000 });
});

it("finds the records after any rubbish", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 200 }),
      fc.nat({ max: records.length - 1 }),
      (rubbish, i) => {
        const place = starts[i] ?? 0;
        const mixed = Buffer.concat([bytes.subarray(0, place), rubbish, bytes.subarray(place)]);
        const found = scan(mixed);
        expectCover(found, mixed.length);
        expect(valuesOf(found)).toEqual(values);
      },
    ),
  );
});
