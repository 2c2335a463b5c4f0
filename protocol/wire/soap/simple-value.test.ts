import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { repeated } from "../../../testdata/rounds.ts";
import { readXml } from "./read-xml.ts";
import { plainDecimal, readSimple } from "./simple-value.ts";
import { escapeAttribute, escapeText, isPlainName, isXmlText, wrap } from "./write-xml.ts";
import { trimBlank } from "./xml.ts";

const limits = { maxLength: 1e6, maxDepth: 4, maxNodes: 10 };

test("any text that XML can carry comes back, as content and as attribute", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const read = readXml(wrap("a", escapeText(text), { b: text }), limits);
      if (!("root" in read)) throw new Error(read.text);
      const expected = isXmlText(text)
        ? text
        : text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD");
      expect(read.root.text).toBe(expected);
      expect(read.root.attributes[0]?.value).toBe(expected);
    }),
    repeated(500, 100_000, 3),
  );
});

test("characters that XML lacks, half pairs among them, become U+FFFD", () => {
  expect(escapeText("a\u0000\uD83Db\uDC00\u{1F50C}\uFFFF")).toBe("a\uFFFD\uFFFDb\uFFFD\u{1F50C}\uFFFD");
  expect(escapeAttribute('<">\r\n\t&')).toBe("&lt;&quot;&gt;&#13;&#10;&#9;&amp;");
  expect(["a", "\t\r\n", "\u{1F50C}"].every(isXmlText)).toBe(true);
  expect(["\u0000", "\uD83D", "\uDC00x"].some(isXmlText)).toBe(false);
});

test("only plain names are written", () => {
  expect(["idTag", "_x", "__proto__", "a-b.c1"].filter(isPlainName)).toHaveLength(4);
  expect(["", "1a", "a b", "a:b", "a>", "-a", "a".repeat(101)].filter(isPlainName)).toEqual([]);
});

describe("numbers", () => {
  test("are written without exponent and come back the same", () => {
    expect([1e21, -1.5e-7, 123e19, 5e-324].map(plainDecimal).map((text) => text.length)).toEqual([
      22, 11, 22, 326,
    ]);
    expect(plainDecimal(1.25e22)).toBe("12500000000000000000000");
    expect([NaN, Infinity, -Infinity].map(plainDecimal)).toEqual(["NaN", "INF", "-INF"]);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = plainDecimal(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(readSimple(text, { type: "number" })).toEqual({ value: value + 0 });
      }),
      repeated(500, 100_000, 3),
    );
  });

  test.each([
    ["integer", " 5\n", 5],
    ["integer", "+5", 5],
    ["integer", "-005", -5],
    ["integer", "-0", 0],
    ["integer", "2147483647", 2147483647],
    ["integer", "-2147483648", -2147483648],
    ["number", ".5", 0.5],
    ["number", "5.", 5],
    ["number", "+01.50", 1.5],
    ["number", "-0.0", 0],
    ["boolean", " true ", true],
    ["boolean", "0", false],
  ])("%s %j", (type, text, value) => {
    expect(readSimple(text, { type })).toEqual({ value });
  });

  test.each([
    ["integer", "5.0"],
    ["integer", "1e3"],
    ["integer", "0x10"],
    ["integer", ""],
    ["integer", "5 5"],
    ["number", "1e3"],
    ["number", "INF"],
    ["number", "."],
    ["number", "1,5"],
    ["boolean", "True"],
    ["boolean", "__proto__"],
    ["boolean", ""],
  ])("%s %j stays text, for the validator to refuse", (type, text) => {
    expect(readSimple(text, { type })).toEqual({ value: text });
  });

  test("that do not survive or fit are objected to", () => {
    const rule = (text: string, type: string) => readSimple(text, { type }).objection?.rule;
    expect(rule("2147483648", "integer")).toBe("int");
    expect(rule("-2147483649", "integer")).toBe("int");
    expect(rule("9".repeat(400), "integer")).toBe("int");
    expect(rule("0.10000000000000000001", "number")).toBe("precision");
    expect(rule("0.1000000", "number")).toBeUndefined();
  });
});

test("timestamps lose blanks around them, and are objected to where RFC 3339 allows more than XML Schema", () => {
  const read = (text: string) => readSimple(text, { type: "string", format: "date-time" });
  expect(read("\n 2026-01-31T12:00:00.5+02:00 ")).toEqual({ value: "2026-01-31T12:00:00.5+02:00" });
  for (const text of ["2016-12-31T23:59:60Z", "2026-01-31t12:00:00z", "2026-01-31T12:00:00+14:01"]) {
    expect(read(text)).toMatchObject({ value: text, objection: { rule: "dateTime" } });
  }
  expect(read("tomorrow")).toEqual({ value: "tomorrow" });
});

test("strings keep their blanks, URIs do not", () => {
  expect(readSimple(" a ", { type: "string" })).toEqual({ value: " a " });
  expect(readSimple(" ftp://a/b ", { type: "string", format: "uri" })).toEqual({ value: "ftp://a/b" });
});

test("blanks are cut in time proportional to the text", () => {
  expect(trimBlank(`a${" ".repeat(1_000_000)}b`)).toHaveLength(1_000_002);
  expect(trimBlank(`\t\r\n a\u00a0\n`)).toBe("a\u00a0");
});
