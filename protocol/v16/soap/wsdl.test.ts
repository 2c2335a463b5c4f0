import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { brokenOnce } from "../../../testdata/broken.ts";
import { bendings, bent } from "../../../testdata/flawed-xml.ts";
import { flawedInstances } from "../../../testdata/instances.ts";
import { repeated } from "../../../testdata/rounds.ts";
import { judgeMissing, openXmlJudge, schemaOf, type XmlJudge } from "../../../testdata/wsdl.ts";
import type { Issue } from "../../validate/issue.ts";
import { shapeOf } from "../../validate/shape.ts";
import { elementName, services } from "../../wire/soap/profile.ts";
import { readXml } from "../../wire/soap/read-xml.ts";
import { attributeOf, childNamed, type XmlElement } from "../../wire/soap/xml.ts";
import { sequences } from "./sequences.ts";
import { encode, errorsIn, judge, messages, payloads } from "./testing.ts";

/** Whether our reader and the official service descriptions accept and refuse the same texts. */

/** Drawn of each kind, beside one for each constraint. */
const drawn = repeated(30, 2000, 1610);

/** Where we refuse what the service descriptions let pass; each has to occur. */
const stricter: { reason: string; covers: (issue: Issue) => boolean; seen: number; mayBeAbsent?: true }[] = [
  {
    reason: "MeterValues.req holds at least one meter value (1.6 §6.31), the description says none is enough",
    covers: ({ rule, pointer }) => rule === "emptyList" && pointer === "/meterValue",
    seen: 0,
  },
  {
    reason: "a timestamp without zone, where the rules of the version do not let it pass with a warning",
    covers: ({ rule, actual = "" }) => rule === "format" && /^"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"$/.test(actual),
    seen: 0,
    mayBeAbsent: true,
  },
  {
    reason: "RFC 3339 has no hour 24, no year of five digits, which xs:dateTime has",
    covers: ({ rule, actual = "" }) => rule === "format" && /T24:00:00Z|^"\d{5}-/.test(actual),
    seen: 0,
  },
  {
    reason: "xs:anyURI takes nearly any text, a location is a URI with a scheme (1.6 §6.25, §6.61)",
    covers: ({ rule, pointer }) => rule === "format" && pointer === "/location",
    seen: 0,
  },
];

/**
 * libxml2 refuses blanks around a bare xs:int or xs:dateTime, against XML Schema Part 2 §4.3.6 (white space collapses).
 * A text that only it refuses has to be right by its own lights once they are gone.
 */
const withoutBlanks = (text: string): string => text.replace(/>[ \n]+([^<>\s]+)[ \n]*<(?=\/)/g, ">$1<");
let blanks = 0;

/** What the text asks for in prose is no matter of schemas, lists that must not be empty excepted. */
const isProse = ({ rule, requirement = "OCPP-S" }: Issue): boolean =>
  rule !== "emptyList" && !/^(OCPP-S|SOAP)/.test(requirement);

const missing = judgeMissing();
if (missing !== null) console.warn(`The service descriptions are not compared: ${missing}.`);

describe.skipIf(missing !== null)("beside the official service descriptions", () => {
  let xsd: XmlJudge;
  beforeAll(() => {
    xsd = openXmlJudge();
  });
  afterAll(() => xsd.close());

  const tally = { accepted: 0, refused: 0 };

  /** Judges texts both ways and returns those on which the verdicts differ without a reason. */
  function differing(texts: readonly string[]): string[] {
    const verdicts = xsd.accepts(texts);
    return texts.flatMap((text, index) => {
      const errors = errorsIn(judge(text)).filter((issue) => !isProse(issue));
      const ours = errors.length === 0;
      const theirs = verdicts[index] === true;
      tally[theirs ? "accepted" : "refused"]++;
      if (ours === theirs) return [];
      const reasons = errors.map((issue) => stricter.find(({ covers }) => covers(issue)));
      for (const reason of reasons) if (reason !== undefined) reason.seen++;
      const excused = theirs && reasons.every((reason) => reason !== undefined);
      if (excused) return [];
      if (ours && withoutBlanks(text) !== text && xsd.accepts([withoutBlanks(text)])[0] === true) {
        blanks++;
        return [];
      }
      const said = errors.map(({ pointer, rule, actual }) => `${pointer} ${rule} ${actual ?? ""}`).join("; ");
      return [`${theirs ? "only they accept" : "only we accept"}: ${bodyOf(text)} (${said})`];
    });
  }

  describe.each(messages)("$name", (form) => {
    const { schema } = form;

    test("accepts and refuses the same payloads", () => {
      const broken = brokenOnce(shapeOf(schema)).map(({ payload }) => payload);
      const valid = fc.sample(payloads(schema), drawn);
      const flawed = fc.sample(flawedInstances(schema), drawn);
      expect(differing([...broken, ...valid, ...flawed].map((payload) => encode(form, payload)))).toEqual([]);
    });

    test("accepts and refuses the same XML", () => {
      const made = fc.sample(fc.tuple(payloads(schema), bendings), drawn);
      expect(
        differing(made.map(([payload, [place, bend]]) => bent(encode(form, payload), place, bend))),
      ).toEqual([]);
    });
  });

  test("both verdicts are common, and every difference that is listed occurs", () => {
    const all = tally.accepted + tally.refused;
    expect(tally.accepted / all).toBeGreaterThan(0.3);
    expect(tally.refused / all).toBeGreaterThan(0.15);
    expect(blanks).toBeGreaterThan(0);
    expect(
      stricter
        .filter(({ seen, mayBeAbsent }) => seen === 0 && mayBeAbsent !== true)
        .map(({ reason }) => reason),
    ).toEqual([]);
  });

  test("elements stand in the order of the descriptions, and there are no others", () => {
    const described: { [element: string]: readonly string[] } = {};
    const names: string[] = [];
    for (const service of services) {
      const read = readXml(schemaOf(service), { maxLength: 1e6, maxDepth: 32, maxNodes: 1e5 });
      if (!("root" in read)) throw new Error(read.text);
      const { root } = read;
      const kind = (local: string) => root.children.filter((child) => child.local === local);
      const types = new Map(kind("complexType").map((type) => [named(type), type]));
      const visit = (name: string, type: XmlElement | undefined): void => {
        const sequence = type && childNamed(type, root.namespace, "sequence");
        if (sequence === undefined) return;
        described[name] = sequence.children.map(named);
        for (const child of sequence.children) visit(named(child), types.get(typeName(child)));
      };
      for (const element of kind("element")) {
        if (named(element) !== "chargeBoxIdentity") names.push(named(element));
        visit(named(element), types.get(typeName(element)));
      }
    }
    expect(sequences).toEqual(described);
    expect(names.sort()).toEqual(messages.map(({ action, part }) => elementName(action, part)).sort());
  });
});

const bodyOf = (text: string): string => text.replace(/[\s\S]*<se:Body>|<\/se:Body>[\s\S]*/g, "");
const named = (element: XmlElement): string => attributeOf(element, "", "name") ?? "";
const typeName = (element: XmlElement): string =>
  (attributeOf(element, "", "type") ?? "").replace("tns:", "");
