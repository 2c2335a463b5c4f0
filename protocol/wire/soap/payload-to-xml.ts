import { isObject } from "../../payload/read.ts";
import type { Issue } from "../../validate/issue.ts";
import { issueLimit } from "../../validate/inspect.ts";
import { pointerOf } from "../../validate/pointer.ts";
import { type Shape } from "../../validate/shape.ts";
import { describeValue } from "../../validate/words.ts";
import { own, type SoapProfile } from "./profile.ts";
import { plainDecimal } from "./simple-value.ts";
import { escapeText, isPlainName, isXmlText, wrap } from "./write-xml.ts";

/**
 * A payload to the content of its message element. Anything can be written, wrong payloads included, since breaking
 * rules on purpose is a use; what XML cannot say is left out and reported.
 */

const maxDepth = 24;

interface Walk {
  profile: SoapProfile;
  prefix: string;
  path: (string | number)[];
  issues: Issue[];
}

function lose(walk: Walk, expected: string, value: unknown): "" {
  if (walk.issues.length < issueLimit) {
    walk.issues.push({
      pointer: pointerOf(walk.path),
      rule: "unrepresentable",
      severity: "warning",
      code: walk.profile.codes.formation,
      expected,
      actual: describeValue(value),
    });
  }
  return "";
}

function element(walk: Walk, name: string, value: unknown, shape: Shape): string {
  const tag = `${walk.prefix}:${name}`;
  switch (typeof value) {
    case "string":
      if (!isXmlText(value)) lose(walk, "characters that XML has; others become U+FFFD", value);
      return wrap(tag, escapeText(value));
    case "number":
      return wrap(tag, plainDecimal(value));
    case "boolean":
    case "bigint":
      return wrap(tag, String(value));
    default:
      if (!isObject(value)) return lose(walk, "a value that an element can hold", value);
      if (walk.path.length > maxDepth) return lose(walk, `at most ${maxDepth} levels`, value);
      return wrap(tag, content(walk, name, value, shape));
  }
}

/** All elements of one member: as many as its list has items. */
function elements(walk: Walk, name: string, value: unknown, shape: Shape): string {
  if (value === undefined) return "";
  walk.path.push(name);
  let text = "";
  if (!isPlainName(name)) lose(walk, "a member whose name an element can have", value);
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      walk.path.push(index);
      text += element(walk, name, item, shape.items ?? {});
      walk.path.pop();
    }
  } else text = element(walk, name, value, shape);
  walk.path.pop();
  return text;
}

function content(
  walk: Walk,
  name: string,
  value: { readonly [member: string]: unknown },
  shape: Shape,
): string {
  const sequence = own(walk.profile.sequences, name) ?? [];
  const others = Object.keys(value).filter((member) => !sequence.includes(member));
  return [...sequence.filter((member) => Object.hasOwn(value, member)), ...others]
    .map((member) => elements(walk, member, value[member], own(shape.properties ?? {}, member) ?? {}))
    .join("");
}

/**
 * The message element with its content. Never throws.
 * @param name the local name of the message element @param prefix bound to its namespace
 */
export function payloadToXml(
  payload: unknown,
  name: string,
  prefix: string,
  shape: Shape,
  profile: SoapProfile,
): { xml: string; issues: Issue[] } {
  const walk: Walk = { profile, prefix, path: [], issues: [] };
  const tag = `${prefix}:${name}`;
  // null counts as "nothing", as it does in JSON.
  if (payload === null || payload === undefined) return { xml: wrap(tag, ""), issues: [] };
  if (!isObject(payload)) lose(walk, "an object", payload);
  const xml = wrap(tag, isObject(payload) ? content(walk, name, payload, shape) : "");
  return { xml, issues: walk.issues };
}
