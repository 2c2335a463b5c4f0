import type { FrameRecord } from "../frames/frame.ts";
import { membersNamed, readSpans } from "./json-spans.ts";
import type { Span } from "./json-spans.ts";

/** What stands in place of a secret. */
const mask = "***";

/** Configuration keys (1.6) and variables (2.x) that hold secrets; compared without case (CiString, identifierString). */
const secretNames = new Set(["authorizationkey", "basicauthpassword"]);
/** Members that are secret wherever they stand: network profiles (APNType, VPNType), handshake headers. */
const secretMembers = new Set(["password", "apnpassword", "basicauthpassword", "authorization"]);

/** Texts that can hold no secret are most; an escaped letter might hide a name. */
const suspicious = /authorizationkey|password|authorization|:\/\/[^"/\s]*@|\\u/iu;

/**
 * A raw text with its secrets masked, for showing and exporting: the value of AuthorizationKey and BasicAuthPassword in
 * whatever message, passwords of network profiles, and passwords in URLs. All else stays byte by byte. A text that is
 * not JSON loses every value that might be one.
 */
export function maskRaw(raw: string): string {
  if (!suspicious.test(raw)) return raw;
  const root = readSpans(raw);
  if (root === null) return maskUrls(maskUnreadable(raw));
  const secrets: Span[] = [];
  collect(root, secrets);
  let masked = "";
  let from = 0;
  for (const { start, end } of secrets.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    masked += maskUrls(raw.slice(from, start)) + `"${mask}"`;
    from = end;
  }
  return masked + maskUrls(raw.slice(from));
}

/** A record or row as it may be shown; the same object when there is nothing to mask. */
export function maskFrame<T extends FrameRecord>(frame: T): T {
  const raw = maskRaw(frame.raw);
  if (raw === frame.raw) return frame;
  // An issue quotes what it found, which may be the secret.
  const issues = frame.issues.map((issue) =>
    issue.actual === undefined ? issue : { ...issue, actual: mask },
  );
  return { ...frame, raw, issues };
}

function collect(span: Span, secrets: Span[]): void {
  for (const item of span.items) collect(item, secrets);
  for (const { name, value } of span.members) {
    if (secretMembers.has(name.toLowerCase())) take(value, secrets);
    collect(value, secrets);
  }
  const members = (name: string): Span[] => membersNamed(span, name);
  const hide = (...values: Span[]): void => values.forEach((value) => take(value, secrets));
  // 1.6 ChangeConfiguration, GetConfiguration: { key, value }.
  if (members("key").some(isSecretName)) hide(...members("value"));
  // 2.x VPNType: its key is the shared secret.
  if (members("server").length > 0 && members("password").length > 0) hide(...members("key"));
  // 2.x SetVariables, GetVariables, NotifyReport: { variable: { name }, attributeValue | variableAttribute: [{ value }] }.
  if (members("variable").some((variable) => membersNamed(variable, "name").some(isSecretName))) {
    hide(...members("attributeValue"));
    for (const { items } of members("variableAttribute"))
      for (const item of items) hide(...membersNamed(item, "value"));
  }
}

function take(span: Span, secrets: Span[]): void {
  if (span.kind === "string" && span.text !== "") secrets.push(span);
}

function isSecretName(span: Span): boolean {
  return span.kind === "string" && secretNames.has(span.text.toLowerCase());
}

/** `scheme://user:password@host`, as in the location of a firmware or a log. */
function maskUrls(text: string): string {
  return text.replaceAll(/(:\/\/[^\s"/:@]*:)[^\s"/@]+@/gu, `$1${mask}@`);
}

function maskUnreadable(raw: string): string {
  return raw.replaceAll(
    /("(?:value|attributeValue|\w*password|authorization)"\s*:\s*")(?:[^"\\]|\\.)*/giu,
    `$1${mask}`,
  );
}
