import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { repeated } from "../../../testdata/rounds.ts";
import { shapeOf, type Shape } from "../../validate/shape.ts";
import { elementName } from "../../wire/soap/profile.ts";
import { soap16 } from "./encoding.ts";
import { sequences } from "./sequences.ts";
import { soapCatalogue } from "./services.ts";
import { encode, messages, payloads, route, throughXml } from "./testing.ts";

const runs = repeated(50, 5000, 16);

test("SOAP has the 28 messages of the core, DataTransfer on both services", () => {
  expect(Object.keys(soapCatalogue)).toHaveLength(28);
  expect(messages).toHaveLength(2 * 29);
  expect(messages.filter(({ service }) => service === "csms")).toHaveLength(2 * 10);
});

test("the order of elements names every member of every message, and no other", () => {
  const found: { [element: string]: string[] } = {};
  const visit = (name: string, shape: Shape): void => {
    if (shape.items !== undefined) visit(name, shape.items);
    const members = Object.entries(shape.properties ?? {});
    if (members.length > 0) found[name] = members.map(([member]) => member).sort();
    for (const [member, inner] of members) visit(member, inner);
  };
  for (const { action, part, schema } of messages) visit(elementName(action, part), shapeOf(schema));
  const listed = Object.entries(sequences).map(([name, members]) => [name, [...members].sort()]);
  expect(Object.fromEntries(listed)).toEqual(found);
});

describe.each(messages)("$name", (form) => {
  const { action, part, service, schema } = form;

  test("is read as it was written, and nothing is said against it", () => {
    let seen = 0;
    fc.assert(
      fc.property(payloads(schema), (payload) => {
        const read = soap16.decode(encode(form, payload));
        const wanted = throughXml(payload);
        const frame =
          part === "request"
            ? { kind: "call", id: "m-1", action, payload: wanted }
            : { kind: "callResult", id: "m-1", payload: wanted };
        expect(read).toMatchObject({ kind: "message", action, service, fault: null });
        if (read.kind !== "message") return;
        expect(read.frame).toEqual(frame);
        // What RFC 3339 allows and XML Schema does not is the one thing that may be noted of valid payloads.
        expect(
          read.issues.filter(({ rule, pointer }) => rule !== "dateTime" && !pointer.endsWith("/unit")),
        ).toEqual([]);
        if (part === "request") {
          const { identity, from, to } = route;
          expect(read.headers).toMatchObject({ identity, from, to, messageId: "m-1", relatesTo: null });
        } else expect(read.headers).toMatchObject({ identity: null, relatesTo: "m-1" });
        seen++;
      }),
      runs,
    );
    expect(seen).toBe(runs.numRuns);
  });
});
