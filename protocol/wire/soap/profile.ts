import type { Catalogue, CatalogueEntry } from "../../validate/catalogue.ts";
import type { ErrorCodes } from "../../validate/error-codes.ts";
import type { SoapFaultName } from "./fault.ts";

/** Who offers a service: requests of stations go to that of the CSMS, and the other way round. */
export type Service = "csms" | "station";

export const services: readonly Service[] = ["csms", "station"];

/** Places where the prose of a SOAP version asks for something; keys are rule names of issues. */
export type SoapRule =
  | "declaration"
  | "instruction"
  | "addressing"
  | "chargeBoxIdentity"
  | "Action"
  | "MessageID"
  | "RelatesTo"
  | "From"
  | "ReplyTo"
  | "To"
  | "namespace"
  | "fault";

/** What one version says about its SOAP form; everything else is the same for all of them. */
export interface SoapProfile {
  /** The messages that exist here. */
  catalogue: Catalogue;
  codes: ErrorCodes;
  /** Each service's namespace, exactly as the service description writes it. */
  namespaces: { readonly [S in Service]: string };
  /** Order of child elements, by the name of a message element or, within messages, of a member. */
  sequences: { readonly [element: string]: readonly string[] };
  /** Values of the catalogue that the service description does not know, by member name. */
  withoutXml: { readonly [member: string]: readonly string[] };
  /** Error code to fault. Codes that are not listed become `generic`. */
  faults: { readonly [code: string]: SoapFaultName };
  /** Sub-code to error code, for sub-codes that are no error code by themselves. */
  codesOfFaults: { readonly [subcode: string]: string };
  identityMismatch: SoapFaultName;
  requirements: { readonly [R in SoapRule]?: string };
}

export const own = <T>(table: { readonly [key: string]: T }, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The service that a request is for; undefined when the action is unknown or exists on both. */
export function serviceOf(entry: CatalogueEntry | undefined): Service | undefined {
  if (entry?.sender === "station") return "csms";
  return entry?.sender === "csms" ? "station" : undefined;
}

export type Part = "request" | "response";

const suffixes = { request: "Request", response: "Response" } as const;

/** The body element of a message: `bootNotificationRequest`. */
export const elementName = (action: string, part: Part): string =>
  `${action.slice(0, 1).toLowerCase()}${action.slice(1)}${suffixes[part]}`;

/** The action and part that a body element stands for, or null; its case is for the caller to judge. */
export function messageOf(local: string): { action: string; part: Part } | null {
  const [, stem, suffix] = /^(.+)(Request|Response)$/.exec(local) ?? [];
  if (stem === undefined) return null;
  return {
    action: `${stem.slice(0, 1).toUpperCase()}${stem.slice(1)}`,
    part: suffix === suffixes.request ? "request" : "response",
  };
}

/** The WS-Addressing Action of a message. */
export const actionUri = (action: string, part: Part): string =>
  part === "request" ? `/${action}` : `/${action}Response`;
