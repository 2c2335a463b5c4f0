import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bendings, bent } from "../../../testdata/flawed-xml.ts";
import { repeated } from "../../../testdata/rounds.ts";
import { soap16 } from "./encoding.ts";
import { encode, judge, messages, payloads } from "./testing.ts";

/** Whatever comes in, the reader says something and comes to an end. */

const runs = repeated(300, 100_000, 99);

const samples = messages.flatMap((form) =>
  fc.sample(payloads(form.schema), { seed: runs.seed, numRuns: 3 }).map((payload) => encode(form, payload)),
);
const fault = soap16.encodeFault(soap16.faultOf("SecurityError", "no"), {
  relatesTo: "m",
  service: "csms",
}).text;
const sample = fc.constantFrom(...samples, fault);

/** Bits of XML, SOAP and mischief. */
const bits = fc.constantFrom(
  ...[
    "<",
    ">",
    "/",
    "&",
    ";",
    '"',
    "'",
    "=",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "<?",
    "?>",
    "&#",
    "&#x",
    "&lt;",
    "&b;",
  ],
  ...[
    "<!DOCTYPE a [",
    "<!ENTITY b '&b;&b;'>",
    "]>",
    "<a>",
    "</a>",
    "<a/>",
    " xmlns=''",
    " xmlns:se='u'",
    "xmlns:x='u'",
  ],
  ...[
    "se:",
    "cs:",
    "<se:Body>",
    "</se:Body>",
    "<se:Fault>",
    "<se:Code>",
    "<cs:__proto__/>",
    "\u0000",
    "\uD83D",
    "\uFFFE",
  ],
  ...[
    "\r",
    "\n",
    "\t",
    " ".repeat(50),
    "\u{1F50C}",
    "9".repeat(400),
    "1e400",
    "-",
    "constructor",
    "mustUnderstand",
  ],
);
const soup = fc
  .array(fc.oneof(bits, fc.string({ unit: "binary" })), { maxLength: 40 })
  .map((some) => some.join(""));

/** A message with some of it cut out, put in, doubled or moved. */
const mangled = fc
  .tuple(
    sample,
    fc.array(fc.tuple(fc.nat(), fc.nat(60), fc.oneof(bits, fc.constant("")), fc.boolean()), { maxLength: 4 }),
  )
  .map(([text, cuts]) =>
    cuts.reduce((before, [at, length, bit, again]) => {
      const from = at % (before.length + 1);
      const cut = before.slice(from, from + length);
      return `${before.slice(0, from)}${bit}${again ? cut + cut : ""}${before.slice(from + length)}`;
    }, text),
  );

function survives(text: string): void {
  for (const lenient of [false, true]) {
    const read = soap16.decode(text, { lenient });
    if (read.kind === "fault") {
      expect(read.position).toBeGreaterThanOrEqual(0);
      expect(read.position).toBeLessThanOrEqual(text.length);
      expect(read.line).toBeGreaterThan(0);
      expect(read.column).toBeGreaterThan(0);
      expect(read.text).not.toBe("");
    } else {
      expect(read.issues.length).toBeLessThanOrEqual(100);
      expect(JSON.parse(JSON.stringify(read.frame))).toHaveProperty("kind");
    }
    for (const issue of judge(text, { lenient })) expect(issue.expected).not.toBe("");
  }
}

describe("never throws and never hangs", () => {
  test.each([
    ["any text", fc.string({ unit: "binary", maxLength: 200 })],
    ["a soup of XML", soup],
    [
      "soup in an envelope",
      fc
        .tuple(sample, soup)
        .map(([text, some]) => text.replace(/(?<=<se:Body>).*(?=<\/se:Body>)/s, () => some)),
    ],
    ["mangled messages", mangled],
    [
      "bent messages",
      fc
        .tuple(sample, bendings)
        .map(([text, [place, bend]]) => (text === fault ? text : bent(text, place, bend))),
    ],
    [
      "messages cut short",
      fc.tuple(sample, fc.nat()).map(([text, length]) => text.slice(0, length % text.length)),
    ],
  ])("%s", (_what, texts) => {
    fc.assert(fc.property(texts, survives), runs);
  });
});

test("what was read can be written, and reads the same again", () => {
  let again = 0;
  const check = (text: string): void => {
    const read = soap16.decode(text, { lenient: true });
    if (
      read.kind === "fault" ||
      read.frame.kind === "callError" ||
      read.action === null ||
      read.service === null
    )
      return;
    const { frame, action, service } = read;
    const written =
      frame.kind === "call"
        ? soap16.encodeRequest(frame, { identity: "CP1", from: "http://a/", to: "http://b/", service })
        : soap16.encodeResponse(frame, { action, service });
    if (written.issues.length > 0) return;
    const second = soap16.decode(written.text);
    expect(second).toMatchObject({ kind: "message", action, service });
    if (second.kind === "message" && second.frame.kind !== "callError") {
      expect(second.frame.payload).toEqual(frame.payload);
      again++;
    }
  };
  const bends = fc
    .tuple(fc.constantFrom(...samples), bendings)
    .map(([text, [place, bend]]) => bent(text, place, bend));
  fc.assert(fc.property(bends, check), runs);
  expect(again).toBeGreaterThan(runs.numRuns / 2);
});

test("prototypes stay clean", () => {
  for (const name of ["__proto__", "constructor", "prototype"]) {
    const text = (samples[0] ?? "").replace(
      /(?<=<se:Body><c[sp]:\w+>)/,
      `<${name}><polluted>1</polluted><${name}><polluted>1</polluted></${name}></${name}>`,
    );
    survives(text);
    survives(text.replaceAll(/<(\/?)c([sp]):\w+/g, `<$1c$2:${name}`));
  }
  expect("polluted" in {}).toBe(false);
});
