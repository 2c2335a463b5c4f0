import type { Issue } from "../../validate/issue.ts";
import { shapeOf } from "../../validate/shape.ts";
import type { Call, CallResult } from "../frame.ts";
import { writeEnvelope } from "./envelope.ts";
import { prefixOf, statusOf, writeFault, type SoapFault } from "./fault.ts";
import { writeHeaders } from "./headers.ts";
import { anonymousAddress, faultAction } from "./names.ts";
import { payloadToXml } from "./payload-to-xml.ts";
import { actionUri, elementName, own, serviceOf } from "./profile.ts";
import type { Part, Service, SoapProfile } from "./profile.ts";

/** A text that is ready to be sent. */
export interface SoapText {
  text: string;
  /** The WS-Addressing Action, which is also the SOAP action of a request. */
  action: string;
  /** HTTP status, where it is an answer. */
  status: 200 | 400 | 500;
  /** What XML could not carry. */
  issues: Issue[];
}

export interface RequestRoute {
  /** Whose service is called. Needed for actions that both have or that are unknown; default the CSMS's. */
  service?: Service;
  /** The station that sends it or that it is for (OCPP-S §3.3). */
  identity: string;
  /** URL at which the sender listens (OCPP-S §3.7). */
  from: string;
  /** URL of the recipient (OCPP-S §3.9). */
  to: string;
}

export interface AnswerRoute {
  /** The action that is answered; a CALLRESULT does not name it. */
  action: string;
  /** Whose service was called. Needed for actions that both have or that are unknown; default the CSMS's. */
  service?: Service;
  /** The answer's own id; left out without. */
  messageId?: string;
}

const serviceFor = (profile: SoapProfile, action: string, given: Service | undefined): Service =>
  given ?? serviceOf(own(profile.catalogue, action)) ?? "csms";

function message(profile: SoapProfile, action: string, part: Part, service: Service, payload: unknown) {
  const schema = own(profile.catalogue, action)?.[part];
  const shape = schema == null ? {} : shapeOf(schema);
  return payloadToXml(payload, elementName(action, part), prefixOf(service), shape, profile);
}

/** A request with all its header blocks. Never throws, however wrong the payload. */
export function encodeRequest(profile: SoapProfile, call: Call, route: RequestRoute): SoapText {
  const service = serviceFor(profile, call.action, route.service);
  const prefix = prefixOf(service);
  const action = actionUri(call.action, "request");
  const { identity, from, to } = route;
  const blocks = { identity, action, messageId: call.id, from, replyTo: anonymousAddress, to };
  const { xml, issues } = message(profile, call.action, "request", service, call.payload);
  const text = writeEnvelope(prefix, profile.namespaces[service], writeHeaders(blocks, prefix), xml);
  return { text, action, status: 200, issues };
}

export function encodeResponse(profile: SoapProfile, result: CallResult, route: AnswerRoute): SoapText {
  const service = serviceFor(profile, route.action, route.service);
  const prefix = prefixOf(service);
  const action = actionUri(route.action, "response");
  const blocks = { action, messageId: route.messageId ?? null, relatesTo: result.id };
  const { xml, issues } = message(profile, route.action, "response", service, result.payload);
  const text = writeEnvelope(prefix, profile.namespaces[service], writeHeaders(blocks, prefix), xml);
  return { text, action, status: 200, issues };
}

export interface FaultRoute {
  /** MessageID of the request; null when it could not be read. */
  relatesTo: string | null;
  /** Whose service was called: sub-codes are in its namespace. */
  service: Service;
  messageId?: string;
}

export function encodeFault(profile: SoapProfile, fault: SoapFault, route: FaultRoute): SoapText {
  const prefix = prefixOf(route.service);
  const blocks = { action: faultAction, messageId: route.messageId ?? null, relatesTo: route.relatesTo };
  const headers = writeHeaders(blocks, prefix);
  const text = writeEnvelope(prefix, profile.namespaces[route.service], headers, writeFault(fault, prefix));
  return { text, action: faultAction, status: statusOf(fault), issues: [] };
}
