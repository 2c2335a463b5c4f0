import { shapeOf } from "../../validate/shape.ts";
import { createLocator } from "../../validate/text/locate.ts";
import type { Call, CallError, CallResult, JsonObject } from "../frame.ts";
import { readEnvelope, type Envelope } from "./envelope.ts";
import { codeOfFault, readFault, type SoapFault } from "./fault.ts";
import { checkAnswerHeaders, checkRequestHeaders, readHeaders, type SoapHeaders } from "./headers.ts";
import { envelopeNamespace } from "./names.ts";
import { createNotes, type Notes, type SoapIssue } from "./notes.ts";
import { payloadFromXml } from "./payload-from-xml.ts";
import { actionUri, elementName, messageOf, own, services, serviceOf } from "./profile.ts";
import type { Part, Service, SoapProfile } from "./profile.ts";
import { defaultLimits, readXml, type XmlLimits } from "./read-xml.ts";
import { isNamed, shownName } from "./xml.ts";
import type { XmlElement } from "./xml.ts";
import { unreadable, type SoapUnreadable } from "./unreadable.ts";

export interface SoapDecodeOptions extends Partial<XmlLimits> {
  /**
   * Off: whatever departs from the service description is an error. On: departures that are seen in the field and leave
   * no doubt what is meant (the 2004/08 addressing namespace, a bare `From`, a namespace without its last slash, headers
   * left out, another order of elements) are warnings.
   */
  lenient?: boolean;
}

/** A message that could be read, with everything to be said against its form. */
export interface SoapMessage {
  kind: "message";
  /** `id` is the MessageID of a call and the RelatesTo of an answer; "" (null for an error) when it is missing. */
  frame: Call | CallResult | CallError;
  /** Also of answers, which name it in SOAP; null for a fault. */
  action: string | null;
  /** Whose service it concerns; null for a fault. */
  service: Service | null;
  headers: SoapHeaders;
  /** What a `callError` was on the wire. */
  fault: SoapFault | null;
  /** Against form and headers only; the payload is for the dialect's validator, which all encodings share. */
  issues: SoapIssue[];
}

/** Reads one HTTP body. Never throws, and takes time and space in proportion to the length of the text. */
export function decodeSoap(
  profile: SoapProfile,
  text: string,
  options: SoapDecodeOptions = {},
): SoapMessage | SoapUnreadable {
  const { lenient = false, ...limits } = options;
  const locate = createLocator(text);
  const document = readXml(text, { ...defaultLimits, ...limits });
  if ("reason" in document) {
    return unreadable(profile, document.reason, document.text, document.position, locate, null);
  }
  const notes = createNotes(locate, lenient, profile.codes, profile.requirements);
  const envelope = readEnvelope(document, notes);
  const headers = readHeaders(envelope.blocks, namespacesOf(profile), notes);
  if ("reason" in envelope) {
    return unreadable(profile, envelope.reason, envelope.text, envelope.at, locate, headers);
  }
  if (isNamed(envelope.content, envelopeNamespace, "Fault")) {
    return faultMessage(profile, envelope.content, headers, notes);
  }
  const service = findService(profile, envelope.content, notes);
  const message = messageOf(envelope.content.local);
  if (service === null || message === null) {
    const what = `The Body holds ${shownName(envelope.content)}, which is no message of either service.`;
    return unreadable(profile, "unknown-message", what, envelope.content.offset, locate, headers);
  }
  const found = { ...message, service };
  const payload = readPayload(profile, envelope, found, notes);
  const at = (envelope.body.parent ?? envelope.body).offset;
  const wanted = { action: actionUri(message.action, message.part), at };
  let frame: Call | CallResult;
  if (message.part === "request") {
    checkRequestHeaders(headers, wanted, notes);
    frame = { kind: "call", id: headers.messageId ?? "", action: message.action, payload };
  } else {
    checkAnswerHeaders(headers, wanted, notes);
    frame = { kind: "callResult", id: headers.relatesTo ?? "", payload };
  }
  return {
    kind: "message",
    frame,
    action: message.action,
    service,
    headers,
    fault: null,
    issues: notes.issues,
  };
}

const withoutSlash = (namespace: string): string => namespace.replace(/\/$/, "");

const namespacesOf = ({ namespaces }: SoapProfile): string[] =>
  services.flatMap((service) => [namespaces[service], withoutSlash(namespaces[service])]);

/** The service whose namespace an element is in. The last slash is often lost, as it is in the specification's text. */
function findService(profile: SoapProfile, element: XmlElement, notes: Notes): Service | null {
  for (const service of services) {
    const expected = profile.namespaces[service];
    if (element.namespace === expected) return service;
    if (element.namespace === withoutSlash(expected)) {
      const actual = element.namespace;
      notes.add({ rule: "namespace", weight: "deviation", at: element.offset, expected, actual });
      return service;
    }
  }
  return null;
}

interface Found {
  action: string;
  part: Part;
  service: Service;
}

function readPayload(profile: SoapProfile, { content }: Envelope, found: Found, notes: Notes): JsonObject {
  const { action, part, service } = found;
  const entry = own(profile.catalogue, action);
  const name = elementName(action, part);
  const { local, offset: at } = content;
  if (local !== name) notes.add({ rule: "element", weight: "error", at, expected: name, actual: local });
  const home = serviceOf(entry);
  if (home !== undefined && home !== service) {
    const expected = `${name} in ${profile.namespaces[home]}`;
    notes.add({ rule: "service", weight: "error", at, expected, actual: content.namespace });
  }
  const schema = entry?.[part];
  return payloadFromXml(content, name, schema == null ? {} : shapeOf(schema), profile, notes);
}

function faultMessage(
  profile: SoapProfile,
  element: XmlElement,
  headers: SoapHeaders,
  notes: Notes,
): SoapMessage {
  const fault = readFault(element, notes);
  checkAnswerHeaders(headers, { action: null, at: element.offset }, notes);
  const details: JsonObject = { faultCode: fault.code };
  if (fault.subcode !== null) details["subcode"] = fault.subcode;
  if (fault.detail !== null) details["detail"] = fault.detail;
  const frame: CallError = {
    kind: "callError",
    id: headers.relatesTo,
    code: codeOfFault(profile, fault),
    description: fault.reason,
    details,
  };
  return { kind: "message", frame, action: null, service: null, headers, fault, issues: notes.issues };
}
