import { describe, expect, test } from "vitest";
import type { SoapIssue } from "../../wire/soap/notes.ts";
import type { SoapMessage } from "../../wire/soap/decode.ts";
import { soap16 } from "./encoding.ts";

const header = `<se:Header>
    <cs:chargeBoxIdentity se:mustUnderstand="true">CP1</cs:chargeBoxIdentity>
    <wsa:Action se:mustUnderstand="true">/Heartbeat</wsa:Action>
    <wsa:MessageID>urn:uuid:1</wsa:MessageID>
    <wsa:From><wsa:Address>http://station:8080/</wsa:Address></wsa:From>
    <wsa:ReplyTo se:mustUnderstand="true"><wsa:Address>http://www.w3.org/2005/08/addressing/anonymous</wsa:Address></wsa:ReplyTo>
    <wsa:To se:mustUnderstand="true"> http://csms/ocpp </wsa:To>
  </se:Header>`;
const heartbeat = `<?xml version="1.0" encoding="UTF-8"?>
<se:Envelope xmlns:se="http://www.w3.org/2003/05/soap-envelope" xmlns:wsa="http://www.w3.org/2005/08/addressing" xmlns:cs="urn://Ocpp/Cs/2015/10/" xmlns:cp="urn://Ocpp/Cp/2015/10/">
  ${header}
  <se:Body><cs:heartbeatRequest/></se:Body>
</se:Envelope>`;
const answer = heartbeat
  .replace(
    header,
    "<se:Header><wsa:Action>/HeartbeatResponse</wsa:Action><wsa:RelatesTo>urn:uuid:1</wsa:RelatesTo></se:Header>",
  )
  .replace(
    "<cs:heartbeatRequest/>",
    "<cs:heartbeatResponse><cs:currentTime>2026-01-31T12:00:00Z</cs:currentTime></cs:heartbeatResponse>",
  );

function read(text: string, lenient = false): SoapMessage {
  const message = soap16.decode(text, { lenient });
  if (message.kind === "fault") throw new Error(message.text);
  return message;
}
const brief = (issues: readonly SoapIssue[]) => issues.map(({ rule, severity }) => `${severity} ${rule}`);
const issuesOf = (text: string, lenient = false) => brief(read(text, lenient).issues);

test("a request says all that its header must say", () => {
  expect(read(heartbeat)).toEqual({
    kind: "message",
    frame: { kind: "call", id: "urn:uuid:1", action: "Heartbeat", payload: {} },
    action: "Heartbeat",
    service: "csms",
    headers: {
      identity: "CP1",
      action: "/Heartbeat",
      messageId: "urn:uuid:1",
      relatesTo: null,
      from: "http://station:8080/",
      replyTo: "http://www.w3.org/2005/08/addressing/anonymous",
      to: "http://csms/ocpp",
    },
    fault: null,
    issues: [],
  });
});

test("an answer relates to its request and needs no more", () => {
  expect(read(answer)).toMatchObject({
    frame: { kind: "callResult", id: "urn:uuid:1", payload: { currentTime: "2026-01-31T12:00:00Z" } },
    action: "Heartbeat",
    service: "csms",
    issues: [],
  });
});

describe("departures seen in the field are errors, and warnings for a lenient reader", () => {
  test.each([
    [
      "the 2004/08 draft of addressing",
      "addressing",
      heartbeat
        .replace("addressing/anonymous", "addressing/role/anonymous")
        .replaceAll(
          "http://www.w3.org/2005/08/addressing",
          "http://schemas.xmlsoap.org/ws/2004/08/addressing",
        ),
    ],
    [
      "a bare From",
      "From",
      heartbeat.replace(/<wsa:From>.*<\/wsa:From>/, "<wsa:From>http://station:8080/</wsa:From>"),
    ],
    ["a namespace without its last slash", "namespace", heartbeat.replace("/Cs/2015/10/", "/Cs/2015/10")],
    [
      "an identity in no namespace",
      "chargeBoxIdentity",
      heartbeat.replaceAll("cs:chargeBoxIdentity", "chargeBoxIdentity"),
    ],
    ["no Action", "Action", heartbeat.replace(/<wsa:Action.*/, "")],
    ["another Action", "Action", heartbeat.replace(">/Heartbeat<", ">Heartbeat<")],
    ["no MessageID", "MessageID", heartbeat.replace(/<wsa:MessageID.*/, "")],
    ["an empty MessageID", "MessageID", heartbeat.replace("urn:uuid:1", " ")],
    ["no From", "From", heartbeat.replace(/<wsa:From.*/, "")],
    ["no ReplyTo", "ReplyTo", heartbeat.replace(/<wsa:ReplyTo.*/, "")],
    ["an answer asked for elsewhere", "ReplyTo", heartbeat.replace("/addressing/anonymous", "/elsewhere")],
    ["no To", "To", heartbeat.replace(/<wsa:To.*/, "")],
    ["a processing instruction", "instruction", heartbeat.replace("<se:Body>", "<?php ?><se:Body>")],
    [
      "blanks in an empty element",
      "text",
      heartbeat.replace("<cs:heartbeatRequest/>", "<cs:heartbeatRequest> </cs:heartbeatRequest>"),
    ],
    ["an answer without RelatesTo", "RelatesTo", answer.replace(/<wsa:RelatesTo.*<\/wsa:RelatesTo>/, "")],
    ["an answer's Action without Response", "Action", answer.replace("/HeartbeatResponse", "/Heartbeat")],
  ])("%s", (_what, rule, text) => {
    expect([heartbeat, answer]).not.toContain(text);
    expect(issuesOf(text)).toEqual([`error ${rule}`]);
    expect(issuesOf(text, true)).toEqual([`warning ${rule}`]);
    expect(read(text, true)).toMatchObject({ action: "Heartbeat", service: "csms" });
  });

  test("what they say is understood all the same", () => {
    const text = heartbeat
      .replaceAll("http://www.w3.org/2005/08/addressing", "http://schemas.xmlsoap.org/ws/2004/08/addressing")
      .replace(/<wsa:From>.*<\/wsa:From>/, "<wsa:From>http://station:8080/</wsa:From>")
      .replace("addressing/anonymous", "addressing/role/anonymous")
      .replaceAll("2015/10/", "2015/10");
    expect(issuesOf(text, true)).toEqual(["warning addressing", "warning From", "warning namespace"]);
    const { headers, frame } = read(heartbeat);
    expect(read(text, true)).toMatchObject({
      frame,
      headers: { ...headers, replyTo: "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous" },
    });
  });
});

describe("what leniency does not cover", () => {
  test.each([
    ["no identity", "error chargeBoxIdentity", heartbeat.replace(/<cs:chargeBoxIdentity.*/, "")],
    [
      "a header block twice",
      "error To",
      heartbeat.replace("<wsa:To", "<wsa:To>http://other/</wsa:To><wsa:To"),
    ],
    [
      "a block that must be understood and is not",
      "error mustUnderstand",
      heartbeat.replace("<wsa:To", '<cs:security se:mustUnderstand="1">x</cs:security><wsa:To'),
    ],
    ["text beside the body", "error envelope", heartbeat.replace("<se:Body>", "<se:Body>x")],
    ["an element beside the body", "error envelope", heartbeat.replace("<se:Body>", "<cs:extra/><se:Body>")],
    [
      "a message in the other service",
      "error service",
      heartbeat.replace("<cs:heartbeatRequest/>", "<cp:heartbeatRequest/>"),
    ],
    [
      "a message name in capitals",
      "error element",
      heartbeat.replace("heartbeatRequest", "HeartbeatRequest"),
    ],
  ])("%s", (_what, issue, text) => {
    expect(issuesOf(text)).toEqual([issue]);
    expect(issuesOf(text, true)).toEqual([issue]);
  });

  test.each([
    ["no XML declaration", "warning declaration", heartbeat.replace(/^<\?.*\n/, "")],
    ["another encoding", "warning declaration", heartbeat.replace("UTF-8", "ISO-8859-1")],
    [
      "a request that relates to something",
      "warning RelatesTo",
      heartbeat.replace("<wsa:To", "<wsa:RelatesTo>x</wsa:RelatesTo><wsa:To"),
    ],
    [
      "an answer with an identity",
      "warning chargeBoxIdentity",
      answer.replace("<wsa:Rel", "<cs:ChargeBoxIdentity>CP1</cs:ChargeBoxIdentity><wsa:Rel"),
    ],
  ])("%s is a warning in any case", (_what, issue, text) => {
    expect(issuesOf(text)).toEqual([issue]);
    expect(issuesOf(text, true)).toEqual([issue]);
  });

  test.each([
    [
      "the name of the identity in other case",
      heartbeat.replaceAll("chargeBoxIdentity", "ChargeBoxIdentity"),
    ],
    [
      "other prefixes and a default namespace",
      heartbeat.replaceAll("cs:", "x:").replace("xmlns:cs", "xmlns:x"),
    ],
    ["a block that may be ignored", heartbeat.replace("<wsa:To", "<cs:trace>1</cs:trace><wsa:To")],
    [
      "a block for somebody else",
      heartbeat.replace("<wsa:To", '<cs:x se:mustUnderstand="true" se:role="urn:proxy"/><wsa:To'),
    ],
    ["comments", heartbeat.replace("<se:Body>", "<!-- a --><se:Body><!-- b -->")],
  ])("%s is in order", (_what, text) => {
    expect(text).not.toBe(heartbeat);
    expect(read(text)).toEqual({ ...read(heartbeat) });
  });

  test("issues have line, column, code and requirement", () => {
    expect(
      read(heartbeat.replace(">/Heartbeat<", ">/BootNotification<").replace("<wsa:To", "<wsa:To/>\n<wsa:To"))
        .issues,
    ).toEqual([
      {
        pointer: "",
        rule: "Action",
        severity: "error",
        code: "ProtocolError",
        expected: "/Heartbeat",
        actual: "/BootNotification",
        requirement: "OCPP-S 1.6 §3.4",
        line: 2,
        column: 1,
      },
    ]);
  });
});

describe("what is no message at all", () => {
  test.each([
    ["broken XML", "not-xml", "ProtocolError", heartbeat.replace("</se:Body>", "")],
    ["another document", "not-an-envelope", "ProtocolError", "<html/>"],
    [
      "SOAP 1.1",
      "wrong-soap-version",
      null,
      heartbeat.replace(
        "http://www.w3.org/2003/05/soap-envelope",
        "http://schemas.xmlsoap.org/soap/envelope/",
      ),
    ],
    ["no body", "not-an-envelope", "ProtocolError", heartbeat.replace(/<se:Body>.*<\/se:Body>/, "")],
    ["an empty body", "bad-body", "ProtocolError", heartbeat.replace("<cs:heartbeatRequest/>", "")],
    [
      "two messages",
      "bad-body",
      "ProtocolError",
      heartbeat.replace("<se:Body>", "<se:Body><cs:heartbeatRequest/>"),
    ],
    [
      "a message of an older version",
      "unknown-message",
      "NotSupported",
      heartbeat.replace("2015/10/", "2012/06/"),
    ],
    [
      "no request and no response",
      "unknown-message",
      "NotSupported",
      heartbeat.replace("heartbeatRequest", "heartbeat"),
    ],
    [
      "a document type",
      "document-type",
      "ProtocolError",
      heartbeat.replace("<se:Env", "<!DOCTYPE a>\n<se:Env"),
    ],
  ])("%s", (_what, reason, subcode, text) => {
    const found = soap16.decode(text, { lenient: true });
    expect(found).toMatchObject({ kind: "fault", reason, answer: { subcode } });
    if (found.kind === "fault") expect(found.answer.reason).toBe(found.text);
  });

  test("says where, and which message it would have been", () => {
    const text = heartbeat.replace("cs:heartbeatRequest", "se:Nonsense");
    expect(soap16.decode(text)).toMatchObject({
      kind: "fault",
      line: 11,
      column: 12,
      position: text.indexOf("<se:Nonsense"),
      id: "urn:uuid:1",
      headers: { identity: "CP1" },
      text: "The Body holds {http://www.w3.org/2003/05/soap-envelope}Nonsense, which is no message of either service.",
    });
  });

  test("limits can be set by the caller", () => {
    expect(soap16.decode(heartbeat, { maxLength: 100 })).toMatchObject({ reason: "too-large", line: 2 });
    expect(soap16.decode(heartbeat, { maxDepth: 2 })).toMatchObject({ reason: "too-deep" });
    expect(soap16.decode(heartbeat, { maxNodes: 5 })).toMatchObject({ reason: "too-many-nodes" });
  });
});
