import { envelopeNamespace } from "./names.ts";
import type { Notes } from "./notes.ts";
import type { Service, SoapProfile } from "./profile.ts";
import { own } from "./profile.ts";
import { isPlainName, wrap, wrapText } from "./write-xml.ts";
import { childNamed, childrenNamed, isBlank, qualifiedName } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** SOAP 1.2 §5.4.6. */
export const faultCodes = [
  "Sender",
  "Receiver",
  "VersionMismatch",
  "MustUnderstand",
  "DataEncodingUnknown",
] as const;
export type FaultCode = (typeof faultCodes)[number];

export interface SoapFaultName {
  code: FaultCode;
  subcode: string | null;
}

/** "Failure to process the message", as SOAP says it. */
export interface SoapFault extends SoapFaultName {
  reason: string;
  /** The text of the Detail element; null without one. Never written. */
  detail: string | null;
}

const isFaultCode = (name: string): name is FaultCode => faultCodes.some((code) => code === name);

/** The fault that stands for an OCPP error code. */
export function faultOf(profile: SoapProfile, code: string, reason: string): SoapFault {
  const name = own(profile.faults, code) ??
    own(profile.faults, profile.codes.generic) ?? { code: "Receiver", subcode: null };
  return { ...name, reason, detail: null };
}

/** The OCPP error code that says most nearly what a fault says. Any sub-code is accepted. */
export function codeOfFault(profile: SoapProfile, fault: SoapFaultName): string {
  const { codes } = profile;
  if (fault.subcode !== null) {
    const known = own(profile.codesOfFaults, fault.subcode);
    if (known !== undefined) return known;
    return codes.legal.includes(fault.subcode) ? fault.subcode : codes.generic;
  }
  if (fault.code === "Receiver") return codes.internal;
  return fault.code === "Sender" ? codes.generic : codes.protocol;
}

/** Which HTTP status carries a fault (SOAP 1.2 Part 2 §7.5.2.2). */
export const statusOf = (fault: SoapFaultName): 400 | 500 => (fault.code === "Sender" ? 400 : 500);

/** @param prefix bound to the namespace of the service, in which sub-codes are */
export function writeFault(fault: SoapFault, prefix: string): string {
  const { subcode } = fault;
  const within =
    subcode === null || !isPlainName(subcode)
      ? ""
      : wrap("se:Subcode", wrapText("se:Value", `${prefix}:${subcode}`));
  const code = wrap("se:Code", `${wrapText("se:Value", `se:${fault.code}`)}${within}`);
  const reason = wrap("se:Reason", wrapText("se:Text", fault.reason, { "xml:lang": "en" }));
  return wrap("se:Fault", `${code}${reason}`);
}

const textWithin = (element: XmlElement): string =>
  `${element.text}${element.children.map((child) => ` ${textWithin(child)}`).join("")}`;

/** Reads a Fault element; what is missing is noted and filled with the least that can be said. */
export function readFault(element: XmlElement, notes: Notes): SoapFault {
  const missing = (at: XmlElement, expected: string, actual?: string): void => {
    const found = actual === undefined ? {} : { actual };
    notes.add({ rule: "fault", weight: "error", at: at.offset, expected, ...found });
  };
  const code = childNamed(element, envelopeNamespace, "Code");
  const value = code && childNamed(code, envelopeNamespace, "Value");
  const name = value && qualifiedName(value);
  let main: FaultCode = "Receiver";
  if (name !== undefined && name.namespace === envelopeNamespace && isFaultCode(name.local))
    main = name.local;
  else missing(value ?? code ?? element, `a Code with one of ${faultCodes.join(", ")}`, value?.text);

  const subcode = code && childNamed(code, envelopeNamespace, "Subcode");
  const subvalue = subcode && childNamed(subcode, envelopeNamespace, "Value");
  const subname = subvalue && qualifiedName(subvalue);
  if (subcode !== undefined && (subname?.namespace === undefined || subname.local === "")) {
    missing(subcode, "a Subcode with a qualified name", subvalue?.text);
  }

  const reason = childNamed(element, envelopeNamespace, "Reason");
  const text = reason && childrenNamed(reason, envelopeNamespace, "Text")[0];
  if (text === undefined) missing(reason ?? element, "a Reason with a Text");
  const detail = childNamed(element, envelopeNamespace, "Detail");
  const details = detail === undefined ? "" : textWithin(detail);
  return {
    code: main,
    subcode: subname === undefined || subname.local === "" ? null : subname.local,
    reason: text?.text ?? "",
    detail: isBlank(details) ? null : details.slice(0, 4000),
  };
}

/** Prefix that this writer binds to a service's namespace. */
export const prefixOf = (service: Service): string => (service === "csms" ? "cs" : "cp");
