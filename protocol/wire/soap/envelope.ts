import { addressingNamespace, envelopeNamespace, oldEnvelopeNamespace } from "./names.ts";
import type { Notes } from "./notes.ts";
import type { XmlDocument } from "./read-xml.ts";
import { wrap } from "./write-xml.ts";
import { attributeOf, isBlank, isNamed, shownName } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** The SOAP 1.2 envelope: what surrounds every message, whatever it says. */

/** SHOULD stand before every message (OCPP-S §3.1). */
const declaration = `<?xml version="1.0" encoding="UTF-8"?>`;

/** @param headers header blocks @param body the body element, both as XML that uses `se`, `wsa` and `prefix` */
export function writeEnvelope(prefix: string, namespace: string, headers: string, body: string): string {
  const content = `${wrap("se:Header", headers)}${wrap("se:Body", body)}`;
  const names = {
    "xmlns:se": envelopeNamespace,
    "xmlns:wsa": addressingNamespace,
    [`xmlns:${prefix}`]: namespace,
  };
  return `${declaration}\n${wrap("se:Envelope", content, names)}`;
}

export interface Envelope {
  blocks: readonly XmlElement[];
  body: XmlElement;
  /** The one element of the body. */
  content: XmlElement;
}

export interface EnvelopeFlaw {
  reason: "not-an-envelope" | "wrong-soap-version" | "bad-body";
  at: number;
  text: string;
  /** Header blocks, if it came that far; they may name the message. */
  blocks: readonly XmlElement[];
}

/** Takes an envelope apart. A deviation that leaves no doubt what is meant is noted, others are a flaw. */
export function readEnvelope(document: XmlDocument, notes: Notes): Envelope | EnvelopeFlaw {
  const { root } = document;
  const flaw = (
    reason: EnvelopeFlaw["reason"],
    { offset }: XmlElement,
    text: string,
    blocks: readonly XmlElement[] = [],
  ): EnvelopeFlaw => ({ reason, at: offset, text, blocks });
  if (isNamed(root, oldEnvelopeNamespace, "Envelope")) {
    return flaw("wrong-soap-version", root, "This is SOAP 1.1, OCPP uses SOAP 1.2.");
  }
  if (!isNamed(root, envelopeNamespace, "Envelope")) {
    return flaw("not-an-envelope", root, `The root is ${shownName(root)}, not a SOAP 1.2 Envelope.`);
  }
  noteProlog(document, notes);
  let header: XmlElement | undefined;
  let body: XmlElement | undefined;
  for (const child of root.children) {
    if (isNamed(child, envelopeNamespace, "Header") && header === undefined && body === undefined)
      header = child;
    else if (isNamed(child, envelopeNamespace, "Body") && body === undefined) body = child;
    else stray(child, notes);
  }
  for (const element of [root, header, body]) {
    if (element !== undefined && !isBlank(element.text)) stray(element, notes);
  }
  const blocks = header?.children ?? [];
  if (body === undefined) return flaw("not-an-envelope", root, "The Envelope has no Body.", blocks);
  const [content, second] = body.children;
  if (content === undefined) return flaw("bad-body", body, "The Body holds no message.", blocks);
  if (second !== undefined) return flaw("bad-body", second, "The Body holds more than one element.", blocks);
  return { blocks, body, content };
}

function stray({ offset, local }: XmlElement, notes: Notes): void {
  const expected = "an Envelope of one Header and one Body, in this order and without text";
  notes.add({ rule: "envelope", weight: "error", at: offset, expected, actual: local });
}

function noteProlog({ encoding, instructions }: XmlDocument, notes: Notes): void {
  if (encoding?.toUpperCase() !== "UTF-8") {
    const actual = encoding === null ? {} : { actual: encoding };
    notes.add({ rule: "declaration", weight: "warning", at: 0, expected: declaration, ...actual });
  }
  // SOAP 1.2 §5.
  for (const at of instructions) {
    notes.add({ rule: "instruction", weight: "deviation", at, expected: "no processing instruction" });
  }
}

/** Whether a header block is for whoever receives the message (SOAP 1.2 §5.2.2). */
function isForReceiver(block: XmlElement): boolean {
  const role = attributeOf(block, envelopeNamespace, "role") ?? "";
  const roles = ["", "next", "ultimateReceiver"].map((name) => name && `${envelopeNamespace}/role/${name}`);
  return roles.includes(role);
}

/** Whether a block must not be ignored (SOAP 1.2 §5.2.3). */
export function mustBeUnderstood(block: XmlElement): boolean {
  const value = attributeOf(block, envelopeNamespace, "mustUnderstand")?.trim();
  return (value === "true" || value === "1") && isForReceiver(block);
}
