import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repeated } from "../../../testdata/rounds.ts";
import { readJsonBytes, readJsonText } from "./read-json.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)),
  );

describe("a text in order", () => {
  it.each([
    "null",
    "[]",
    ' { "a" : [ 1 , -2.5e3 , "x" ] }\r\n',
    '[2,"1","Heartbeat",{}]',
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}',
    '{"a":"b","b":"a","":"{\\"a\\":1,\\"a\\":2}"}',
    '["\\\\","\\"",":,{}[]",{"x\\\\":1}]',
    '{"__proto__":1,"constructor":2}',
    '["\\ud83d\\udd0c","🔌"]',
    "[0,-0,0.0,0e400,1e10,9007199254740991,-9007199254740991,0.1,123456789012345,1e308,5e-324]",
    "[0.10000000000000001,22.800000000000001,3.1400000000000000000000000000,1.7976931348623157e308,1e22]",
  ])("is read without a word: %s", (text) => {
    expect(readJsonText(text)).toEqual({ value: JSON.parse(text), text, issues: [] });
  });
});

describe("what a parser passes over", () => {
  it.each([
    ['{"a":1,"a":2}', "duplicateKey", "/a", 1, 8],
    ['{"a":1,\n "\\u0061":2}', "duplicateKey", "/a", 2, 2],
    ['[2,"1","X",{"list":[{"b":1},{"a/b~":1,"c":{},"a/b~":2}]}]', "duplicateKey", "/3/list/1/a~1b~0", 1, 46],
    ['{"__proto__":1,"__proto__":2}', "duplicateKey", "/__proto__", 1, 16],
    ['{"":[],"":[]}', "duplicateKey", "/", 1, 8],
    ["[1,1e400]", "numberRange", "/1", 1, 4],
    ['{"a":{"b":-1e-400}}', "numberRange", "/a/b", 1, 11],
    ['{"a":9007199254740992}', "unsafeInteger", "/a", 1, 6],
    ["[-99999999999999999999]", "unsafeInteger", "/0", 1, 2],
    ["[\r\n\r\n3.14159265358979323846]", "numberPrecision", "/0", 3, 1],
    ["[123456789012345678e1]", "numberPrecision", "/0", 1, 2],
    ["[1.2345678e-320]", "numberPrecision", "/0", 1, 2],
    [`[0.${"123".repeat(40)}]`, "numberPrecision", "/0", 1, 2],
    ['{"a":"\\ud83d"}', "loneSurrogate", "/a", 1, 6],
    ['{"a":"\ud83d"}', "loneSurrogate", "/a", 1, 6],
    ['{"\\udd0c":1}', "loneSurrogate", "/\udd0c", 1, 2],
  ])("is a warning with its place: %s", (text, rule, pointer, line, column) => {
    const { value, issues } = readJsonText(text);
    expect(value).toEqual(JSON.parse(text));
    expect(issues).toMatchObject([{ rule, pointer, line, column, severity: "warning" }]);
    expect(issues[0]?.requirement).toMatch(/^RFC 8259 §/);
  });

  it("says what becomes of a number", () => {
    const [issue] = readJsonText("[0.12345678901234567890]").issues;
    expect(issue).toMatchObject({
      expected: "a number that keeps all its digits as a binary64; it becomes 0.12345678901234568",
      actual: "0.12345678901234567890",
    });
  });
});

describe("a text that is not JSON", () => {
  it.each([
    ["", "json", 0, "the text ends where a value was expected"],
    ["{", "json", 1, "the text ends where a quoted member name or } was expected"],
    ['{"a":01}', "json", 6, '"1" stands where a comma or } was expected'],
    ["[NaN]", "json", 1, '"N" stands where a value or ] was expected'],
    ["[1] [2]", "trailingData", 4, '"[" follows after the end of the JSON value'],
    ['{"a":1}}', "trailingData", 7, '"}" follows after the end of the JSON value'],
    ["1\u0000", "trailingData", 1, "U+0000 follows after the end of the JSON value"],
  ])("is an error with its place: %j", (text, rule, offset, actual) => {
    const { value, issues } = readJsonText(text);
    expect(value).toBeUndefined();
    expect(issues).toMatchObject([{ rule, offset, column: offset + 1, line: 1, actual, severity: "error" }]);
  });

  it("is looked at up to its flaw", () => {
    const { issues } = readJsonText('{"a":1,"a":2,"b":tru,"b":1}');
    expect(issues.map(({ rule, offset }) => [rule, offset])).toEqual([
      ["duplicateKey", 7],
      ["json", 17],
    ]);
  });

  it("may not nest deeper than it is told, whatever its length", () => {
    expect(readJsonText("[[[]]]", 3).issues).toEqual([]);
    for (const text of ["[[[[]]]]", '{"a":[{"b":[', "[".repeat(1_000_000)]) {
      const { value, issues } = readJsonText(text, 3);
      expect(value).toBeUndefined();
      expect(issues).toMatchObject([
        { rule: "depth", severity: "error", expected: expect.stringContaining("3 deep") },
      ]);
    }
  });
});

describe("marks and bytes", () => {
  it("reports a byte order mark and reads on", () => {
    const { value, text, issues } = readJsonText('\ufeff{"a":1,"a":2}');
    expect([value, text]).toEqual([{ a: 2 }, '{"a":1,"a":2}']);
    expect(issues).toMatchObject([
      { rule: "byteOrderMark", severity: "error", offset: 0, column: 1 },
      { rule: "duplicateKey", offset: 8, column: 9 },
    ]);
    expect(readJsonBytes(bytes([0xef, 0xbb, 0xbf], "[]")).issues).toMatchObject([{ rule: "byteOrderMark" }]);
    expect(readJsonText("\ufeff\ufeff1").issues.map(({ rule }) => rule)).toEqual(["byteOrderMark", "json"]);
  });

  it.each([
    [[0xff], "byte FF at byte 4"],
    [[0xc3], "byte C3 at byte 4"],
    [[0xc0, 0xaf], "byte C0 at byte 4"],
    [[0xed, 0xa0, 0x80], "byte ED at byte 4"],
    [[0xf0, 0x9f, 0x94], "bytes F0 9F 94 at byte 4"],
    [[0xf4, 0x90], "byte F4 at byte 4"],
  ])("reports bytes that are not UTF-8: %j", (wrong, actual) => {
    const { value, issues } = readJsonBytes(bytes('["é', wrong, '"]'));
    expect(Array.isArray(value)).toBe(true);
    expect(issues[0]).toMatchObject({
      rule: "encoding",
      severity: "error",
      actual,
      offset: 3,
      line: 1,
    });
  });

  it("places what is wrong where a decoder puts its replacement", () => {
    const troubling = [
      0x20, 0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x94, 0x8c, 0xed, 0xa0, 0xf4, 0x90, 0xff,
    ];
    const texts = fc
      .array(fc.constantFrom(...troubling), { maxLength: 24 })
      .map((raw) => Uint8Array.from(raw));
    fc.assert(
      fc.property(texts, (raw) => {
        const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(raw);
        const found = readJsonBytes(raw).issues.filter(({ rule }) => rule === "encoding");
        const wanted = [...text.matchAll(/\ufffd/g)].map(({ index }) => index);
        expect(
          found.map(({ offset }) => offset),
          [...raw].join(" "),
        ).toEqual(wanted);
      }),
      repeated(1000, 300_000),
    );
  });
});

describe("hostile texts", () => {
  it("keeps a hundred warnings, and every error after them", () => {
    const text = `[${'{"a":1,"a":2},'.repeat(500)}`;
    const { issues } = readJsonText(text);
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)).toMatchObject({ rule: "json", severity: "error" });
  });

  it.each([
    ["backslashes", (n: number) => `["${"\\".repeat(n)}`],
    ["quotes after backslashes", (n: number) => `[${'"\\\\\\\\",'.repeat(n / 8)}`],
    ["digits", (n: number) => `[${"0".repeat(n / 2)}${"9".repeat(n / 2)}]`],
    ["zeros of a fraction", (n: number) => `[0.${"0".repeat(n)}1]`],
    ["long names", (n: number) => `{"${"x".repeat(n / 2)}":1,"${"x".repeat(n / 2)}":2}`],
    ["different names", (n: number) => `{${Array.from({ length: n / 8 }, (_, i) => `"${i}":1`).join(",")}}`],
    ["equal names", (n: number) => `{${'"a":1,'.repeat(n / 6)}`],
    ["line feeds", (n: number) => `[${"\n".repeat(n)}`],
  ])("takes time in proportion: %s", (_, make) => {
    // Of the processor, in ms: a busy machine makes nobody slower by that.
    const time = (text: string): number => {
      const before = process.cpuUsage();
      readJsonText(text);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    time(make(10_000));
    const short = Math.min(...[1, 2, 3].map(() => time(make(25_000))));
    const long = Math.min(...[1, 2, 3].map(() => time(make(1_600_000))));
    // 64 times the text; a quadratic reader would take 4096 times as long.
    expect(long).toBeLessThan(Math.max(short, 0.5) * 1000);
  });
});
