import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repeated } from "../../testdata/rounds.ts";
import { readJsonText } from "../validate/text/read-json.ts";
import { decode } from "./codec.ts";
import { parseJson } from "./parse-json.ts";

const raw = String.raw;

function namesOf(value: unknown): string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

describe("names with escapes", () => {
  let owned = 0;

  it.each<[string, string, string]>([
    [raw`\\`, raw`\"`, '"'],
    [raw`\\`, raw`\n`, "\n"],
    [raw`\\`, raw`\/`, "/"],
    [raw`\\`, raw`\u0041`, "A"],
    [raw`\\`, raw`\u4e01`, "丁"],
    [raw`ab\\`, raw`ab\t`, "ab\t"],
    [raw`\\u`, raw`\u0041b`, "Ab"],
    [raw`\\n`, raw`\n\n`, "\n\n"],
    [raw`\\\"`, raw`\"\"`, '""'],
  ])("are not taken for those of an earlier text: %s, then %s", (earlier, later, expected) => {
    const readers: ((text: string) => unknown)[] = [
      parseJson,
      (text) => readJsonText(text).value,
      (text) => {
        const frame = decode(`[3,"1",${text}]`, { messageTypes: [3] });
        return "payload" in frame ? frame.payload : frame;
      },
    ];
    for (const read of readers) {
      // Since what the engine remembers outlives the test.
      const own = `own${++owned}`;
      read(`{"${own}":1,"${earlier}":2}`);
      expect(namesOf(read(`{"${own}":1,"${later}":2}`))).toEqual([own, expected]);
    }
  });

  it.each([
    raw`{"\u005f_proto__":1}`,
    raw`{"__proto__":{"x":1},"\u0061":{"__proto__":null}}`,
    raw`{"\u0061":1,"b":2,"a":[3]}`,
    raw`{"\u0062":0,"2":0,"\u0031":0,"toString":0,"constructor":0}`,
    raw`{"\n":[-0,0,1e400,-1E-400,1.50,123456789012345678901,true,false,null,"\ud800","\n","",{},[]]}`,
    ' \t\r\n{ "\\n" : [ ] , "a"\n:\t{ } }\n',
    raw`{"":{"\u0000":"\u0000"}}`,
    '{"\\n":"\u2028丁","丁":"\\\\"}',
  ])("do not change how the rest is read: %s", (text) => {
    const value = parseJson(text);
    expect(value).toStrictEqual(JSON.parse(text));
    expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it("may lie as deep as the engine reads", () => {
    const depth = 200_000;
    let value = parseJson(`${'{"\\n":['.repeat(depth)}${"]}".repeat(depth)}`);
    let found = 0;
    for (; namesOf(value)[0] === "\n"; found++) value = Object(value)["\n"][0];
    expect(found).toBe(depth);
  });

  it("take time in proportion to the text", () => {
    const text = `{${Array.from({ length: 100_000 }, (_, at) => raw`"\n${at}":"\\\"\\\""`).join(",")}}`;
    expect(namesOf(parseJson(text))).toHaveLength(100_000);
  });
});

/** A value before it is written: members in order, a name perhaps twice. */
type Tree = string | number | boolean | null | Tree[] | { members: [string, Tree][] };

const name = fc.oneof(
  fc.string({
    unit: fc.constantFrom("\\", '"', "\n", "/", "u", "n", "a", "0", "丁", "\ud83d"),
    maxLength: 4,
  }),
  fc.constantFrom("a", "b", "__proto__", "1", "\\u"),
);

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(name, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.array(fc.tuple(name, tie("tree")), { maxLength: 4 }).map((members) => ({ members })),
  ),
}));

/** What is random about how a value is written. */
type Choose = (choices: number) => number;

const choices = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });

function chooser(numbers: readonly number[]): Choose {
  let at = 0;
  return (count) => (numbers[at++ % numbers.length] ?? 0) % count;
}

const short = new Map([
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["\n", "\\n"],
  ["/", "\\/"],
]);

function writtenString(value: string, choose: Choose): string {
  let written = "";
  for (const char of value.split("")) {
    const long = `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
    const ways = [
      ...(short.has(char) ? [short.get(char)] : []),
      ...(/["\\\n]/.test(char) ? [] : [char]),
      long,
    ];
    written += ways[choose(ways.length)];
  }
  return `"${written}"`;
}

function written(value: Tree, choose: Choose, nameChoose = choose): string {
  const blank = (): string => ["", "", "", " ", "\n\t"][choose(5)] ?? "";
  if (typeof value === "string") return writtenString(value, choose);
  if (Array.isArray(value))
    return `[${blank()}${value.map((item) => written(item, choose, nameChoose) + blank()).join(",")}]`;
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : JSON.stringify(value);
  const members = value.members.map(
    ([key, item]) => `${writtenString(key, nameChoose)}${blank()}:${written(item, choose, nameChoose)}`,
  );
  return `{${members.join(`${blank()},`)}}`;
}

function built(value: Tree): unknown {
  if (Array.isArray(value)) return value.map(built);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(value.members.map(([key, item]) => [key, built(item)]));
}

describe("any text", () => {
  it("is read as the value that was written, whatever escapes were chosen and whatever was read before", () => {
    fc.assert(
      fc.property(tree, choices, (value, numbers) => {
        const read = parseJson(written(value, chooser(numbers)));
        expect(read).toStrictEqual(built(value));
        expect(JSON.stringify(read)).toBe(JSON.stringify(built(value)));
      }),
      repeated(1000, 200_000),
    );
  });

  const plainName = fc.constantFrom("a", "b", "__proto__", "1", "丁", "");

  it("without escapes in names is read as the engine reads it", () => {
    const { plain } = fc.letrec<{ plain: Tree }>((tie) => ({
      plain: fc.oneof(
        { maxDepth: 3 },
        name,
        fc.array(tie("plain"), { maxLength: 3 }),
        fc.array(fc.tuple(plainName, tie("plain")), { maxLength: 3 }).map((members) => ({ members })),
      ),
    }));
    fc.assert(
      fc.property(plain, choices, (value, numbers) => {
        const text = written(value, chooser(numbers), () => 0);
        expect(parseJson(text)).toStrictEqual(JSON.parse(text));
      }),
      repeated(500, 100_000),
    );
  });

  it("that is no JSON is refused with the engine's words", () => {
    const outcome = (read: (text: string) => unknown, text: string): string => {
      try {
        read(text);
        return "read";
      } catch (error) {
        return error instanceof SyntaxError ? error.message : "another error";
      }
    };
    let refused = 0;
    fc.assert(
      fc.property(
        tree,
        choices,
        fc.nat(),
        fc.nat(2),
        fc.constantFrom("\\", '"', ":", ",", "{", "]", "\n", "0", ""),
        (value, numbers, place, cut, extra) => {
          const text = written(value, chooser(numbers));
          const at = place % (text.length + 1);
          const broken = text.slice(0, at) + extra + text.slice(at + cut);
          const expected = outcome(JSON.parse, broken);
          expect(outcome(parseJson, broken)).toBe(expected);
          if (expected !== "read") refused++;
        },
      ),
      repeated(1000, 200_000),
    );
    expect(refused).toBeGreaterThan(300);
  });
});
