import { dialectEntry, dialects, type Dialect } from "../../protocol/dialect.ts";
import { shapeOf } from "../../protocol/validate/shape.ts";
import { encode } from "../../protocol/wire/codec.ts";
import { example } from "../../testdata/broken.ts";
import type { Random } from "./random.ts";

/** A text to try, and as what. */
export interface Sample {
  kind: "json" | "xml";
  dialect: Dialect;
  bytes: Uint8Array;
}

const service = { identity: "CP1", from: "http://cp1/", to: "http://csms/" };

/** Every message of every version in order, as frames and as envelopes: what the mutated texts are made from. */
function wellFormed(): {
  json: { dialect: Dialect; text: string }[];
  xml: { dialect: Dialect; text: string }[];
} {
  const json: { dialect: Dialect; text: string }[] = [];
  const xml: { dialect: Dialect; text: string }[] = [];
  for (const dialect of dialects) {
    const { catalogue, soap } = dialectEntry(dialect);
    for (const [action, { request, response }] of Object.entries(catalogue)) {
      const call = { kind: "call", id: "m-1", action, payload: example(shapeOf(request)) } as const;
      const result =
        response && ({ kind: "callResult", id: "m-1", payload: example(shapeOf(response)) } as const);
      if (soap === null) {
        json.push({ dialect, text: encode(call) });
        if (result !== null) json.push({ dialect, text: encode(result) });
        continue;
      }
      const side = soap.serviceOf(action) ?? "csms";
      xml.push({ dialect, text: soap.encodeRequest(call, { ...service, service: side }).text });
      if (result !== null)
        xml.push({ dialect, text: soap.encodeResponse(result, { action, service: side }).text });
    }
    if (soap === null) {
      json.push({ dialect, text: '[4,"m-1","GenericError","",{}]' });
      continue;
    }
    const fault = soap.faultOf(dialectEntry(dialect).errorCodes.generic, "broken");
    xml.push({ dialect, text: soap.encodeFault(fault, { relatesTo: "m-1", service: "csms" }).text });
  }
  return { json, xml };
}

const corpus = wellFormed();
const encoder = new TextEncoder();

const jsonTokens = [
  ...'{}[],:"\\ \n\t0123456789-+.eE/\u0000\u001f\u007fé🔌\ufeff\u2028',
  ...[
    "true",
    "false",
    "null",
    "NaN",
    "Infinity",
    "undefined",
    '""',
    "{}",
    "[]",
    '"a":1',
    '"__proto__":{}',
    '"constructor":',
  ],
  ...[
    "\\u0000",
    "\\ud800",
    "\\udc00",
    "\\u00",
    '\\"',
    "\\\\",
    "1e400",
    "-0",
    "1e-400",
    "9007199254740993",
    "0.1",
    "00",
    "1.",
  ],
  ...[
    "0.12345678901234567890",
    "2147483648",
    "[2,",
    '[3,"m-1",',
    '[4,"m-1","',
    '[5,"m-1","',
    '[6,"m-1","',
    '"2026-01-31T12:00:00Z"',
  ],
  ...[
    "[".repeat(70),
    '{"a":'.repeat(70),
    "]".repeat(70),
    "9".repeat(400),
    '"a":1,'.repeat(40),
    "x".repeat(3000),
  ],
];
const xmlTokens = [
  ..."<>&;'\"=/!?[]- \n\t:x\u0000é🔌\ufeff",
  ...[
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?xml version='1.0'?>",
    "<?pi ?>",
    "<!DOCTYPE a [",
    '<!ENTITY a "b">',
    "&a;",
    "&amp;",
    "&#0;",
  ],
  ...[
    "&#x10FFFF;",
    "&#xD800;",
    "&lt;",
    "</",
    "/>",
    "<a>",
    "</a>",
    "<se:Body>",
    "</se:Body>",
    ' xmlns="x"',
    ' xmlns:se="y"',
    ' a="1"',
  ],
  ...[
    ' a="1" a="2"',
    "<a:b/>",
    "<a>".repeat(40),
    "<a/>".repeat(200),
    "x".repeat(3000),
    "&#65;",
    "1e5",
    "true",
    "2026-01-31T12:00:00Z",
  ],
];

const splice = (text: string, from: number, removed: number, put: string): string =>
  text.slice(0, from) + put + text.slice(from + removed);

/** Changes a text at a few places, in ways that parsers stumble over. */
function mutated(
  text: string,
  random: Random,
  tokens: readonly string[],
  others: readonly { text: string }[],
): string {
  let result = text;
  for (let left = 1 + random.below(4); left > 0; left--) {
    const at = random.below(result.length + 1);
    const length = random.below(random.chance(80) ? 8 : 200);
    switch (random.below(8)) {
      case 0:
        result = splice(result, at, length, "");
        break;
      case 1:
        result = splice(result, at, 0, random.pick(tokens));
        break;
      case 2:
        result = splice(result, at, 1, random.pick(tokens));
        break;
      case 3:
        result = splice(result, at, 0, result.slice(at, at + length));
        break;
      case 4:
        if (random.chance(25)) result = result.slice(0, at);
        break;
      case 5: {
        const other = random.pick(others).text;
        const from = random.below(other.length);
        result = splice(result, at, length, other.slice(from, from + length));
        break;
      }
      case 6:
        result = splice(result, at, 1, String.fromCharCode(random.below(random.chance(70) ? 128 : 65536)));
        break;
      default: {
        const word = /[A-Za-z0-9.]+/g;
        word.lastIndex = at;
        const found = word.exec(result);
        if (found !== null) result = splice(result, found.index, found[0].length, random.pick(tokens));
      }
    }
  }
  return result;
}

function soup(random: Random, tokens: readonly string[]): string {
  let text = "";
  for (let left = random.below(30); left > 0; left--) text += random.pick(tokens);
  return text;
}

/** Any JSON value, written as JSON writes it. */
function anyValue(random: Random, depth: number): unknown {
  const choice = random.below(depth > 4 ? 6 : 8);
  switch (choice) {
    case 0:
      return null;
    case 1:
      return random.chance(50);
    case 2:
      return random.below(1000) - 500;
    case 3:
      return (random.next() - 0.5) * 10 ** (random.below(40) - 20);
    case 4:
    case 5:
      return random.chance(50)
        ? random.pick(jsonTokens)
        : String.fromCharCode(random.below(65536), random.below(256));
    case 6:
      return Array.from({ length: random.below(4) }, () => anyValue(random, depth + 1));
    default:
      return Object.fromEntries(
        Array.from({ length: random.below(4) }, () => [random.pick(jsonTokens), anyValue(random, depth + 1)]),
      );
  }
}

function anyFrame(random: Random): string {
  const id = random.chance(90) ? `m-${random.below(9)}` : random.pick(jsonTokens);
  const payload = random.chance(80)
    ? { [random.pick(jsonTokens)]: anyValue(random, 0) }
    : anyValue(random, 0);
  const parts = [
    [2, id, "Heartbeat", payload],
    [3, id, payload],
    [4, id, random.pick(jsonTokens), random.pick(jsonTokens), payload],
    [5, id, "GenericError", "", payload],
    [6, id, random.pick(jsonTokens), payload],
  ];
  return JSON.stringify(random.pick(parts));
}

function anyBytes(random: Random): Uint8Array {
  return Uint8Array.from({ length: random.below(60) }, () => random.below(random.chance(50) ? 256 : 128));
}

/** Breaks the encoding of a text now and then. */
function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes.length > 0 && random.chance(5)) bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}

/** The text with this number. */
export function sampleOf(random: Random): Sample {
  const choice = random.below(100);
  if (choice < 30) {
    const { dialect, text } = random.pick(corpus.xml);
    const made =
      choice < 24
        ? mutated(text, random, xmlTokens, corpus.xml)
        : choice < 28
          ? soup(random, xmlTokens)
          : text;
    return { kind: "xml", dialect, bytes: damaged(encoder.encode(made), random) };
  }
  const { dialect, text } = random.pick(corpus.json);
  if (choice < 35) return { kind: "json", dialect, bytes: anyBytes(random) };
  const made =
    choice < 80
      ? mutated(text, random, jsonTokens, corpus.json)
      : choice < 88
        ? soup(random, jsonTokens)
        : choice < 98
          ? anyFrame(random)
          : text;
  return { kind: "json", dialect, bytes: damaged(encoder.encode(made), random) };
}
