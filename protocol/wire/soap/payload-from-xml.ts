import { isObject } from "../../payload/read.ts";
import { type Shape } from "../../validate/shape.ts";
import type { JsonObject } from "../frame.ts";
import { schemaInstanceNamespace } from "./names.ts";
import type { Note, Notes } from "./notes.ts";
import { own, type SoapProfile } from "./profile.ts";
import { readSimple } from "./simple-value.ts";
import { isBlank, shownName } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/**
 * A message element to the payload that JSON would carry, typed by the schema of the message. Whatever does not fit is
 * kept as it was found, for validation to judge; only what gets lost on the way is noted here.
 */

interface Walk {
  profile: SoapProfile;
  /** Of the message element; its descendants have to be in it, too. */
  namespace: string;
  notes: Notes;
  path: (string | number)[];
}

const note = (walk: Walk, element: XmlElement, about: Omit<Note, "at" | "path">): void =>
  walk.notes.add({ ...about, at: element.offset, path: walk.path });

/** Types and schema locations may be stated on any element. */
const statable: readonly string[] = ["type", "schemaLocation", "noNamespaceSchemaLocation"];

function checkAttributes(walk: Walk, element: XmlElement): void {
  for (const { namespace, local } of element.attributes) {
    if (namespace === schemaInstanceNamespace && statable.includes(local)) continue;
    const expected = "no attribute";
    note(walk, element, { rule: "attribute", weight: "error", kind: "formation", expected, actual: local });
  }
}

/** Text between elements. An element of an empty type may not even hold white space. */
function checkText(walk: Walk, element: XmlElement, isEmptyType: boolean): void {
  if (element.text === "") return;
  const about = { rule: "text", kind: "formation", actual: element.text } as const;
  if (!isBlank(element.text))
    note(walk, element, { ...about, weight: "error", expected: "no text beside elements" });
  else if (isEmptyType && element.children.length === 0) {
    note(walk, element, { ...about, weight: "deviation", expected: "an empty element, without white space" });
  }
}

function valueOf(walk: Walk, element: XmlElement, shape: Shape, name: string): unknown {
  checkAttributes(walk, element);
  if (shape.type === "object" || element.children.length > 0) return membersOf(walk, element, shape, name);
  const { value, objection } = readSimple(element.text, shape);
  if (objection !== undefined) {
    note(walk, element, { ...objection, weight: "error", kind: "property", actual: element.text });
  }
  if (typeof value === "string" && own(walk.profile.withoutXml, name)?.includes(value) === true) {
    const expected = "a value of the service description";
    note(walk, element, { rule: "enum", weight: "error", kind: "property", expected, actual: value });
  }
  return value;
}

function membersOf(walk: Walk, element: XmlElement, shape: Shape, name: string): JsonObject {
  const known = shape.properties ?? {};
  const sequence = own(walk.profile.sequences, name) ?? [];
  checkText(walk, element, shape.properties !== undefined && sequence.length === 0);
  const found = new Map<string, unknown>();
  let last = 0;
  for (const child of element.children) {
    const { local } = child;
    const member = own(known, local);
    const before = found.get(local);
    const isList = member?.type === "array" || shape.properties === undefined;
    walk.path.push(local);
    if (member?.type === "array") walk.path.push(Array.isArray(before) ? before.length : 0);
    if (child.namespace !== walk.namespace) {
      const expected = `an element of ${walk.namespace}`;
      const actual = shownName(child);
      note(walk, child, { rule: "namespace", weight: "error", kind: "formation", expected, actual });
    }
    const at = sequence.indexOf(local);
    if (at !== -1 && at < last) {
      const expected = `the order ${sequence.join(", ")}`;
      note(walk, child, { rule: "order", weight: "deviation", kind: "formation", expected, actual: local });
    }
    last = Math.max(last, at);
    if (member !== undefined && !isList && found.has(local)) {
      const expected = "one element of this name";
      note(walk, child, { rule: "repeated", weight: "error", kind: "occurrence", expected });
    } else {
      const value = valueOf(
        walk,
        child,
        member?.type === "array" ? (member.items ?? {}) : (member ?? {}),
        local,
      );
      if (Array.isArray(before)) before.push(value);
      else if (member?.type === "array") found.set(local, [value]);
      else found.set(local, isList && found.has(local) ? [before, value] : value);
    }
    if (member?.type === "array") walk.path.pop();
    walk.path.pop();
  }
  for (const required of shape.required ?? []) {
    // No element is how XML says "an empty list".
    if (!found.has(required) && own(known, required)?.type === "array") found.set(required, []);
  }
  // Own members whatever their names: `__proto__` is only a name here.
  return Object.fromEntries(found);
}

/**
 * @param element the message element @param name its name as it ought to be
 * @param shape the schema of the payload; `{}` for an unknown message
 */
export function payloadFromXml(
  element: XmlElement,
  name: string,
  shape: Shape,
  profile: SoapProfile,
  notes: Notes,
): JsonObject {
  const payload = valueOf({ profile, namespace: element.namespace, notes, path: [] }, element, shape, name);
  return isObject(payload) ? { ...payload } : {};
}
