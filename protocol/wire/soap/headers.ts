import {
  addressingNamespace,
  anonymousAddress,
  draftAddressingNamespace,
  draftAnonymousAddress,
} from "./names.ts";
import type { Notes, Weight } from "./notes.ts";
import type { SoapRule } from "./profile.ts";
import { mustBeUnderstood } from "./envelope.ts";
import { wrapText, wrap } from "./write-xml.ts";
import { shownName, trimBlank } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** Header blocks by their meaning: WS-Addressing, and which station is spoken of. Null where a block is missing. */
export interface SoapHeaders {
  /** `chargeBoxIdentity`: whose message it is, or whom it is for. */
  identity: string | null;
  action: string | null;
  messageId: string | null;
  /** Message id of the request that this answers. */
  relatesTo: string | null;
  /** URL at which the sender listens; a CSMS learns only from here where to send its requests. */
  from: string | null;
  replyTo: string | null;
  /** URL of the recipient. */
  to: string | null;
}

const understood = { "se:mustUnderstand": "true" };
const address = (url: string): string => wrapText("wsa:Address", url);

/** The header blocks that are not null, written strictly. @param prefix bound to the service's namespace */
export function writeHeaders(headers: Partial<SoapHeaders>, prefix: string): string {
  const { identity, action, messageId, relatesTo, from, replyTo, to } = headers;
  const blocks = [
    identity == null ? "" : wrapText(`${prefix}:chargeBoxIdentity`, identity, understood),
    action == null ? "" : wrapText("wsa:Action", action, understood),
    messageId == null ? "" : wrapText("wsa:MessageID", messageId),
    relatesTo == null ? "" : wrapText("wsa:RelatesTo", relatesTo),
    from == null ? "" : wrap("wsa:From", address(from)),
    replyTo == null ? "" : wrap("wsa:ReplyTo", address(replyTo), understood),
    to == null ? "" : wrapText("wsa:To", to, understood),
  ];
  return blocks.join("");
}

const addressing: readonly string[] = [addressingNamespace, draftAddressingNamespace];

type Field = keyof SoapHeaders;

const fields: ReadonlyMap<string, Field> = new Map([
  ["Action", "action"],
  ["MessageID", "messageId"],
  ["RelatesTo", "relatesTo"],
  ["From", "from"],
  ["ReplyTo", "replyTo"],
  ["To", "to"],
]);
const rules: { readonly [F in Field]: SoapRule } = {
  identity: "chargeBoxIdentity",
  action: "Action",
  messageId: "MessageID",
  relatesTo: "RelatesTo",
  from: "From",
  replyTo: "ReplyTo",
  to: "To",
};

const noHeaders: SoapHeaders = {
  identity: null,
  action: null,
  messageId: null,
  relatesTo: null,
  from: null,
  replyTo: null,
  to: null,
};

/** The URL of an endpoint reference. Some senders leave out the Address element around it. */
function endpoint(block: XmlElement, rule: SoapRule, notes: Notes): string {
  const within = block.children.find(
    ({ namespace, local }) => local === "Address" && namespace === block.namespace,
  );
  if (within !== undefined) return trimBlank(within.text);
  const text = trimBlank(block.text);
  notes.add({
    rule,
    weight: "deviation",
    at: block.offset,
    expected: `a URL in an Address element within ${rule}`,
    actual: text,
  });
  return text;
}

/** Reads the header blocks; what stands oddly is noted. @param namespaces of the services, with and without slash */
export function readHeaders(
  blocks: readonly XmlElement[],
  namespaces: readonly string[],
  notes: Notes,
): SoapHeaders {
  const headers = { ...noHeaders };
  const draft = blocks.find(({ namespace }) => namespace === draftAddressingNamespace);
  if (draft !== undefined) {
    const at = draft.offset;
    const actual = draftAddressingNamespace;
    notes.add({ rule: "addressing", weight: "deviation", at, expected: addressingNamespace, actual });
  }
  for (const block of blocks) {
    const field = fieldOf(block, namespaces, notes);
    if (field === undefined) continue;
    const rule = rules[field];
    if (headers[field] !== null) {
      notes.add({ rule, weight: "error", at: block.offset, expected: `one ${rule}`, actual: block.text });
      continue;
    }
    // The identity is a string, in which blanks count; everything else is a URI.
    const value =
      field === "identity"
        ? block.text
        : field === "from" || field === "replyTo"
          ? endpoint(block, rule, notes)
          : trimBlank(block.text);
    if (value !== "") headers[field] = value;
  }
  return headers;
}

function fieldOf(block: XmlElement, namespaces: readonly string[], notes: Notes): Field | undefined {
  const at = block.offset;
  const actual = shownName(block);
  if (addressing.includes(block.namespace)) return fields.get(block.local);
  // The name is read without regard to case (OCPP-S §3.3).
  if (block.local.toLowerCase() === "chargeboxidentity") {
    if (!namespaces.includes(block.namespace)) {
      const expected = `chargeBoxIdentity in ${namespaces.join(" or ")}`;
      notes.add({ rule: "chargeBoxIdentity", weight: "deviation", at, expected, actual });
    }
    return "identity";
  }
  if (mustBeUnderstood(block)) {
    // SOAP 1.2 §5.4.8: such a message has to be refused.
    notes.add({ rule: "mustUnderstand", weight: "error", at, expected: "header blocks of OCPP-S", actual });
  }
  return undefined;
}

interface Wanted {
  action: string | null;
  /** Where a missing block is complained of. */
  at: number;
}

/** Notes what a request's header lacks (OCPP-S §3.3-3.9). */
export function checkRequestHeaders(headers: SoapHeaders, { action, at }: Wanted, notes: Notes): void {
  const required: Field[] = ["identity", "action", "messageId", "from", "replyTo", "to"];
  for (const field of required) missing(headers, field, at, notes);
  checkAction(headers, action, at, notes);
  const { replyTo, relatesTo } = headers;
  if (replyTo !== null && replyTo !== anonymousAddress && replyTo !== draftAnonymousAddress) {
    notes.add({ rule: "ReplyTo", weight: "deviation", at, expected: anonymousAddress, actual: replyTo });
  }
  if (relatesTo !== null) {
    const expected = "no RelatesTo in a request";
    notes.add({ rule: "RelatesTo", weight: "warning", at, expected, actual: relatesTo });
  }
}

/** Notes what a response's header lacks. @param action null where none is prescribed, as for faults */
export function checkAnswerHeaders(headers: SoapHeaders, { action, at }: Wanted, notes: Notes): void {
  missing(headers, "relatesTo", at, notes);
  if (action !== null) {
    missing(headers, "action", at, notes);
    checkAction(headers, action, at, notes);
  }
  if (headers.identity !== null) {
    const expected = "no chargeBoxIdentity in an answer";
    notes.add({ rule: "chargeBoxIdentity", weight: "warning", at, expected, actual: headers.identity });
  }
}

function missing(headers: SoapHeaders, field: Field, at: number, notes: Notes): void {
  if (headers[field] !== null) return;
  const weight: Weight = field === "identity" ? "error" : "deviation";
  notes.add({
    rule: rules[field],
    weight,
    at,
    expected: `the header block ${rules[field]}`,
    kind: "occurrence",
  });
}

function checkAction({ action }: SoapHeaders, wanted: string | null, at: number, notes: Notes): void {
  if (action === null || wanted === null || action === wanted) return;
  notes.add({ rule: "Action", weight: "deviation", at, expected: wanted, actual: action });
}
