import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRecord } from "./csv.ts";

const awkward = [..."ab1 ,\"\r\n\t\0=+-@'＝＋－＠é\u2028😀"];
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...awkward) }),
  fc.string({ unit: "binary" }),
  fc.integer(),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
);

test("a record is what an independent writer makes of it", () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      expect(csvRecord(cells)).toBe(
        stringify([cells], {
          escape_formulas: true,
          record_delimiter: "windows",
          quote_record_delimiter: true,
        }),
      );
    }),
    { numRuns: 1000 },
  );
});

test("what is absent is empty, and what has members is JSON", () => {
  expect(csvRecord([null, undefined, [], ["a", 1], { x: "=" }, 0, ""])).toBe(
    ',,,"[""a"",1]","{""x"":""=""}",0,\r\n',
  );
});
