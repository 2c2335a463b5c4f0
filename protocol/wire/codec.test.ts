import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repeated } from "../../testdata/rounds.ts";
import { decode, encode, payloadOf } from "./codec.ts";
import { findFlaw } from "./find-flaw.ts";
import type { Fault, Frame } from "./frame.ts";

const old = { messageTypes: [2, 3, 4] };
const all = { messageTypes: [2, 3, 4, 5, 6] };

function faultOf(text: string, options = old): Fault {
  const read = decode(text, options);
  if (read.kind !== "fault") throw new Error(`readable: ${text.slice(0, 80)}`);
  return read;
}

describe("decode", () => {
  it.each<[string, Frame]>([
    ['[2,"a","Heartbeat",{}]', { kind: "call", id: "a", action: "Heartbeat", payload: {} }],
    [' [ 2 , "a" , "X" , null ]\n', { kind: "call", id: "a", action: "X", payload: null }],
    ['[3,"a",{"b":[1]}]', { kind: "callResult", id: "a", payload: { b: [1] } }],
    ['[4,"a","C","d",{}]', { kind: "callError", id: "a", code: "C", description: "d", details: {} }],
    ['[4,null,"C","",{}]', { kind: "callError", id: null, code: "C", description: "", details: {} }],
    ['[4,"","C","",{}]', { kind: "callError", id: "", code: "C", description: "", details: {} }],
    ['[4,"-1","C","",{}]', { kind: "callError", id: "-1", code: "C", description: "", details: {} }],
    ['[5,"a","C","d",{}]', { kind: "callResultError", id: "a", code: "C", description: "d", details: {} }],
    ['[6,"a","X",{}]', { kind: "send", id: "a", action: "X", payload: {} }],
    ['[2,"\\ud800","X",{}]', { kind: "call", id: "\ud800", action: "X", payload: {} }],
  ])("reads %s", (text, frame) => {
    expect(decode(text, all)).toEqual(frame);
  });

  it.each<[string, Partial<Fault>]>([
    ["", { reason: "not-json", position: 0 }],
    ["[", { reason: "not-json", position: 1 }],
    ['[2,"a","X",{]', { reason: "not-json", position: 12, id: "a", messageType: 2 }],
    ['[2,"a","X",{}', { reason: "not-json", position: 13, id: "a" }],
    ['[3,"a",{"b":01}]', { reason: "not-json", position: 13, id: "a", messageType: 3 }],
    ['[2,"a","X",{}]]', { reason: "not-json", position: 14 }],
    ['[2,"a","X",{"b":"\n"}]', { reason: "not-json", position: 17 }],
    ['[2,"a","X",{"b":"\\u12g4"}]', { reason: "not-json", position: 21 }],
    ["[2,'a']", { reason: "not-json", position: 3 }],
    ['\ufeff[2,"a","X",{}]', { reason: "not-json", position: 0 }],
    ["NaN", { reason: "not-json", position: 0 }],
    ["{}", { reason: "not-an-array", pointer: "" }],
    ["null", { reason: "not-an-array" }],
    ['"[2]"', { reason: "not-an-array" }],
    ["[]", { reason: "wrong-length", pointer: "" }],
    ["[2]", { reason: "wrong-length", messageType: 2 }],
    ['[2,"a","X"]', { reason: "wrong-length", id: "a", messageType: 2 }],
    ['[2,"a","X",{},{}]', { reason: "wrong-length", id: "a" }],
    ['[4,"a","C",""]', { reason: "wrong-length", id: "a", messageType: 4 }],
    ['[7,"a",{}]', { reason: "unknown-message-type", pointer: "/0", id: "a", messageType: 7 }],
    ['["2","a","X",{}]', { reason: "unknown-message-type", id: "a" }],
    ['[2.5,"a"]', { reason: "unknown-message-type" }],
    ['[[],"a"]', { reason: "unknown-message-type" }],
    ['[6,"a","X",{}]', { reason: "unknown-message-type", messageType: 6 }],
    ['[5,"a","C","",{}]', { reason: "unknown-message-type", messageType: 5 }],
    ['[2,1,"X",{}]', { reason: "bad-id", pointer: "/1", messageType: 2 }],
    ['[2,"","X",{}]', { reason: "bad-id", pointer: "/1" }],
    ["[3,null,{}]", { reason: "bad-id", messageType: 3 }],
    ['[2,"a",7,{}]', { reason: "bad-action", pointer: "/2", id: "a" }],
    ['[2,"a","",{}]', { reason: "bad-action", id: "a" }],
    ['[2,"a","X",[]]', { reason: "bad-payload", pointer: "/3", id: "a" }],
    ['[2,"a","X","{}"]', { reason: "bad-payload" }],
    ['[3,"a",true]', { reason: "bad-payload", pointer: "/2", id: "a" }],
    ['[4,"a",null,"",{}]', { reason: "bad-error", pointer: "/2", id: "a" }],
    ['[4,"a","C",null,{}]', { reason: "bad-error", pointer: "/3" }],
    ['[4,"a","C","",null]', { reason: "bad-error", pointer: "/4", id: "a", messageType: 4 }],
    ['[4,"a","C","",[]]', { reason: "bad-error", pointer: "/4" }],
  ])("says what is wrong with %j", (text, expected) => {
    const fault = faultOf(text);
    expect(fault).toMatchObject(expected);
    expect(fault.text).toMatch(/^[A-Z].*\.$/s);
  });

  it("keeps an id that is readable but too long", () => {
    const id = "x".repeat(10_000);
    expect(faultOf(JSON.stringify([2, id, "X", {}]))).toMatchObject({ reason: "bad-id", id, messageType: 2 });
    const fits = "x".repeat(36);
    expect(decode(JSON.stringify([2, fits, "X", {}]), old)).toMatchObject({ kind: "call", id: fits });
  });

  it("bounds nesting without recursion", () => {
    const nested = (depth: number): string =>
      `[2,"a","X",{"b":${"[".repeat(depth - 2)}${"]".repeat(depth - 2)}}]`;
    expect(decode(nested(64), old).kind).toBe("call");
    expect(faultOf(nested(65))).toMatchObject({
      reason: "too-deep",
      position: 16 + 62,
      id: "a",
      messageType: 2,
    });
    expect(faultOf(nested(1_000_000))).toMatchObject({ reason: "too-deep" });
    expect(faultOf("[".repeat(4_000_000))).toMatchObject({ reason: "too-deep", position: 64 });
    expect(faultOf('{"a":'.repeat(1_000_000))).toMatchObject({ reason: "too-deep" });
    expect(decode(nested(64), { ...old, maxDepth: 63 }).kind).toBe("fault");
    const objects = (depth: number): string =>
      `[2,"a","X",${'{"a":'.repeat(depth - 1)}1${"}".repeat(depth - 1)}]`;
    expect(decode(objects(64), old).kind).toBe("call");
    expect(faultOf(objects(65))).toMatchObject({ reason: "too-deep" });
    const wide = `[2,"a","X",{"b":[${"[],".repeat(5000)}{}]}]`;
    expect(decode(wide, old).kind).toBe("call");
  });

  it("leaves prototypes alone", () => {
    const read = decode(
      '[2,"a","__proto__",{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}}}]',
      old,
    );
    expect(read.kind).toBe("call");
    const payload = payloadOf(read.kind === "call" ? read : { payload: null });
    expect(Object.getPrototypeOf(payload)).toBe(Object.prototype);
    expect(Object.hasOwn(payload, "__proto__")).toBe(true);
    expect(payload["admin"]).toBeUndefined();
    expect(Reflect.get({}, "x")).toBeUndefined();
    expect(read.kind === "call" && encode(read)).toContain('"__proto__":{"admin":true}');
  });
});

const anyId = fc.string({ minLength: 1, maxLength: 36, unit: "binary" }).filter((id) => id.length <= 36);
const anyText = fc.string({ unit: "binary" });
const json = fc.jsonValue({ maxDepth: 5 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
const payload = fc.option(fc.dictionary(anyText, json), { nil: null });
const details = fc.dictionary(anyText, json);
const frames = fc.oneof<fc.Arbitrary<Frame>[]>(
  fc.record({
    kind: fc.constantFrom("call", "send"),
    id: anyId,
    action: fc.string({ minLength: 1 }),
    payload,
  }),
  fc.record({ kind: fc.constant("callResult"), id: anyId, payload }),
  fc.record({
    kind: fc.constant("callError"),
    id: fc.option(fc.oneof(anyId, fc.constant("")), { nil: null }),
    code: anyText,
    description: anyText,
    details,
  }),
  fc.record({
    kind: fc.constant("callResultError"),
    id: anyId,
    code: anyText,
    description: anyText,
    details,
  }),
);

describe("properties", () => {
  it("decode(encode(frame)) is the frame", () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const read = decode(encode(frame), all);
        expect(read.kind).toBe(frame.kind);
        expect(JSON.stringify(read)).toBe(JSON.stringify({ ...read, ...frame }));
        expect(encode(read.kind === "fault" ? frame : read)).toBe(encode(frame));
      }),
      repeated(100, 20_000),
    );
  });

  it("no text makes decode throw, and a text that is not JSON names a position within it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.string(),
          fc.json(),
          fc.string({ unit: fc.constantFrom(...'[]{},:"2a\\u0- '.split("")) }),
        ),
        (text) => {
          const read = decode(text, all);
          const placed = read.kind === "fault" && (read.reason === "not-json" || read.reason === "too-deep");
          const position = placed ? (read.position ?? -1) : 0;
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThanOrEqual(text.length);
        },
      ),
      repeated(500, 100_000),
    );
  });

  it("a frame that was damaged never makes decode throw", () => {
    fc.assert(
      fc.property(frames, fc.nat(), fc.nat({ max: 5 }), anyText, (frame, at, removed, inserted) => {
        const text = encode(frame);
        const from = at % text.length;
        const read = decode(text.slice(0, from) + inserted + text.slice(from + removed), old);
        expect(read).toHaveProperty("kind");
      }),
      repeated(500, 100_000),
    );
  });

  it("findFlaw agrees with the engine's parser", () => {
    const damaged = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.nat({ max: 3 }),
        fc.string({ maxLength: 3, unit: fc.constantFrom(...'[]{},:"1e.-\\\n\u00a0tru'.split("")) }),
      )
      .map(([text, at, removed, inserted]) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + inserted + text.slice(from + removed);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        expect(findFlaw(text, 1000) === null).toBe(parses);
      }),
      repeated(1000, 500_000),
    );
  });
});
