import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRecord } from "./csv.ts";

/** RFC 4180 read back, by hand: cells of one record. */
function cellsOf(record: string): string[] {
  expect(record.endsWith("\r\n")).toBe(true);
  const cells: string[] = [];
  let rest = record.slice(0, -2);
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=,|$)/.exec(rest);
    const plain = /^[^",\r\n]*(?=,|$)/.exec(rest);
    const found = quoted ?? plain;
    if (found === null) throw new Error(`not a cell: ${rest}`);
    cells.push(quoted === null ? found[0] : (quoted[1] ?? "").replaceAll('""', '"'));
    if (found[0].length === rest.length) return cells;
    rest = rest.slice(found[0].length + 1);
  }
}

test("what is written is read again, but for the apostrophe before what looks like a formula", () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab1 ,"\r\n;=+-@\t\0é\u2028😀') });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (texts) => {
      const expected = texts.map((each) => (/^[=+\-@\t\r]/.test(each) ? `'${each}` : each));
      expect(cellsOf(csvRecord(texts))).toEqual(expected);
    }),
  );
});

test("what is absent is empty, what has members is JSON, and numbers stay numbers", () => {
  expect(csvRecord([null, undefined, [], ["a", 1], { x: "=" }, 0, "", -1.5, "-1.5"])).toBe(
    ',,,"[""a"",1]","{""x"":""=""}",0,,-1.5,\'-1.5\r\n',
  );
});
