import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { soap16 } from "./encoding.ts";
import { soapCatalogue } from "./services.ts";
import { encode, messages, payloads, route, throughXml } from "./testing.ts";

test("SOAP has the 28 messages of the core, DataTransfer on both services", () => {
  expect(Object.keys(soapCatalogue)).toHaveLength(28);
  expect(messages).toHaveLength(2 * 29);
  expect(messages.filter(({ service }) => service === "csms")).toHaveLength(2 * 10);
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
          read.issues.filter(({ rule, pointer }) => rule !== "dateTime" && !/\/unit$/.test(pointer)),
        ).toEqual([]);
        if (part === "request") {
          const { identity, from, to } = route;
          expect(read.headers).toMatchObject({ identity, from, to, messageId: "m-1", relatesTo: null });
        } else expect(read.headers).toMatchObject({ identity: null, relatesTo: "m-1" });
        seen++;
      }),
      { seed: 16, numRuns: 200 },
    );
    expect(seen).toBe(200);
  });
});
