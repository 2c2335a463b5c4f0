import { describe, expect, test } from "vitest";
import { errorCodes } from "../../../schemas/v16/error-codes.ts";
import type { SoapFault } from "../../wire/soap/fault.ts";
import { soap16 } from "./encoding.ts";

/** The table of faults, as the specification and its errata imply it: written, and what is read again. */
const table: [code: string, fault: string, subcode: string, again: string, status: number][] = [
  ["SecurityError", "Sender", "SecurityError", "SecurityError", 400],
  ["ProtocolError", "Sender", "ProtocolError", "ProtocolError", 400],
  ["FormationViolation", "Sender", "ProtocolError", "ProtocolError", 400],
  ["PropertyConstraintViolation", "Sender", "ProtocolError", "ProtocolError", 400],
  ["OccurenceConstraintViolation", "Sender", "ProtocolError", "ProtocolError", 400],
  ["TypeConstraintViolation", "Sender", "ProtocolError", "ProtocolError", 400],
  ["InternalError", "Receiver", "InternalError", "InternalError", 500],
  ["GenericError", "Receiver", "InternalError", "InternalError", 500],
  ["NotSupported", "Receiver", "NotSupported", "NotSupported", 500],
  ["NotImplemented", "Receiver", "NotSupported", "NotSupported", 500],
];

test("every error code has a fault", () => {
  expect(table.map(([code]) => code).sort()).toEqual([...errorCodes.legal].sort());
});

test.each(table)("%s is %s / %s, read as %s", (code, fault, subcode, again, status) => {
  const written = soap16.encodeFault(soap16.faultOf(code, "why <not>?\r\n"), {
    relatesTo: "m-1",
    service: "station",
  });
  expect(written).toMatchObject({
    status,
    issues: [],
    action: "http://www.w3.org/2005/08/addressing/soap/fault",
  });
  expect(soap16.decode(written.text)).toEqual({
    kind: "message",
    frame: {
      kind: "callError",
      id: "m-1",
      code: again,
      description: "why <not>?\r\n",
      details: { faultCode: fault, subcode },
    },
    action: null,
    service: null,
    headers: expect.objectContaining({ relatesTo: "m-1", identity: null }),
    fault: { code: fault, subcode, reason: "why <not>?\r\n", detail: null },
    issues: [],
  });
});

test("a code that nobody knows is a generic failure", () => {
  for (const code of ["Odd", "__proto__", ""])
    expect(soap16.faultOf(code, "")).toMatchObject({ subcode: "InternalError" });
});

test.each([
  [{ code: "Sender", subcode: "IdentityMismatch" }, "SecurityError"],
  [{ code: "Sender", subcode: "TypeConstraintViolation" }, "TypeConstraintViolation"],
  [{ code: "Receiver", subcode: "Overheated" }, "GenericError"],
  [{ code: "Sender", subcode: "__proto__" }, "GenericError"],
  [{ code: "Sender", subcode: null }, "GenericError"],
  [{ code: "Receiver", subcode: null }, "InternalError"],
  [{ code: "VersionMismatch", subcode: null }, "ProtocolError"],
  [{ code: "MustUnderstand", subcode: null }, "ProtocolError"],
] as const)("any fault has an error code: %j is %s", (fault, code) => {
  expect(soap16.codeOf(fault)).toBe(code);
});

test("a message for another station has a fault of its own", () => {
  const fault: SoapFault = { ...soap16.identityMismatch, reason: "I am CP2", detail: null };
  const { text, status } = soap16.encodeFault(fault, {
    relatesTo: null,
    service: "station",
    messageId: "m-2",
  });
  expect(status).toBe(400);
  expect(text).toContain("<se:Value>cp:IdentityMismatch</se:Value>");
  expect(soap16.decode(text, { lenient: true })).toMatchObject({
    frame: { kind: "callError", id: null, code: "SecurityError", details: { subcode: "IdentityMismatch" } },
    headers: { messageId: "m-2" },
    fault,
  });
});

test("a sub-code that cannot be a name is left out", () => {
  const fault: SoapFault = { code: "Sender", subcode: "a b</se:Value>", reason: "", detail: null };
  const { text } = soap16.encodeFault(fault, { relatesTo: "m", service: "csms" });
  expect(soap16.decode(text)).toMatchObject({ fault: { code: "Sender", subcode: null }, issues: [] });
});

describe("faults of others", () => {
  const envelope = (fault: string) => `<?xml version="1.0" encoding="UTF-8"?>
<S:Envelope xmlns:S="http://www.w3.org/2003/05/soap-envelope"><S:Header><RelatesTo xmlns="http://www.w3.org/2005/08/addressing">m-1</RelatesTo></S:Header><S:Body><S:Fault>${fault}</S:Fault></S:Body></S:Envelope>`;
  const reason = `<S:Reason><S:Text xml:lang="nl">Nee</S:Text><S:Text xml:lang="en">No</S:Text></S:Reason>`;

  test("may bind prefixes where they like, nest sub-codes and have details", () => {
    const code = `<S:Code xmlns:o="urn:other"><S:Value> S:Receiver
      </S:Value><S:Subcode><S:Value>o:Overheated</S:Value><S:Subcode><S:Value>o:Badly</S:Value></S:Subcode></S:Subcode></S:Code>`;
    const text = envelope(`${code}${reason}<S:Detail><stack>at <b>main</b></stack></S:Detail>`);
    expect(soap16.decode(text)).toMatchObject({
      frame: {
        code: "GenericError",
        description: "Nee",
        details: { subcode: "Overheated", detail: " at  main" },
      },
      issues: [],
    });
  });

  test.each([
    ["nothing in it", "", 2],
    ["no code", reason, 1],
    ["a code without namespace", `<S:Code><S:Value>Sender</S:Value></S:Code>${reason}`, 1],
    ["a code of SOAP 1.1", `<S:Code><S:Value>S:Client</S:Value></S:Code>${reason}`, 1],
    ["a prefix bound to nothing", `<S:Code><S:Value>x:Sender</S:Value></S:Code>${reason}`, 1],
    [
      "a sub-code bound to nothing",
      `<S:Code><S:Value>S:Sender</S:Value><S:Subcode><S:Value>x:Y</S:Value></S:Subcode></S:Code>${reason}`,
      1,
    ],
    ["an empty sub-code", `<S:Code><S:Value>S:Sender</S:Value><S:Subcode/></S:Code>${reason}`, 1],
    ["no reason", `<S:Code><S:Value>S:Sender</S:Value></S:Code>`, 1],
  ])("%s is complained of, and the fault is one all the same", (_what, fault, count) => {
    const read = soap16.decode(envelope(fault));
    expect(read).toMatchObject({ kind: "message", frame: { kind: "callError", id: "m-1" } });
    if (read.kind === "message") {
      expect(read.issues.map(({ rule, severity }) => [rule, severity])).toEqual(
        Array.from({ length: count }, () => ["fault", "error"]),
      );
    }
  });
});
