import { isObject } from "../payload/read.ts";
import { issueLimit } from "./inspect.ts";
import { findingOf, type Law, type Spot } from "./law.ts";
import { pointerOf, valueAt } from "./pointer.ts";
import type { Finding, LawBook, MessageKind } from "./rule.ts";
import { shapeOf, type Shape } from "./shape.ts";
import { describeValue } from "./words.ts";

/** All laws of a version, as one of its rules. */
export const enforce = (laws: readonly Law[]): LawBook => ({ laws });

/** A schema that carries at each place the laws that speak of it, under the keyword `laws`. */
export interface LawfulShape extends Shape {
  laws?: readonly Law[];
  items?: LawfulShape;
  properties?: { readonly [member: string]: LawfulShape };
}

/** Writes laws into a message's schema; null when none speaks of the message. */
export function withLaws(message: MessageKind, laws: readonly Law[]): LawfulShape | null {
  let isAny = false;
  const visit = (spot: Spot): LawfulShape => {
    const { shape, path } = spot;
    const inForce = laws.filter((law) => law.at(spot, message));
    isAny ||= inForce.length > 0;
    const made: LawfulShape = { ...shape, ...(inForce.length > 0 ? { laws: inForce } : {}) };
    if (shape.items !== undefined) {
      made.items = visit({ shape: shape.items, path: [...path, "*"], isOptional: false });
    }
    const { properties, required = [] } = shape;
    if (properties !== undefined) {
      const members = Object.entries(properties).map(([name, member]) => [
        name,
        visit({ shape: member, path: [...path, name], isOptional: !required.includes(name), owner: shape }),
      ]);
      made.properties = Object.fromEntries(members);
    }
    return made;
  };
  const root = visit({ shape: shapeOf(message.schema), path: [], isOptional: false });
  return isAny ? root : null;
}

function collect(shape: LawfulShape, value: unknown, path: (string | number)[], findings: Finding[]): void {
  for (const law of shape.laws ?? []) {
    for (const way of law.find(value)) {
      if (findings.length >= issueLimit) return;
      const finding = findingOf(law, pointerOf([...path, ...way]));
      const culprit = valueAt(value, way);
      findings.push(culprit === undefined ? finding : { ...finding, actual: describeValue(culprit) });
    }
  }
  const { items, properties } = shape;
  if (items !== undefined && Array.isArray(value)) {
    for (let index = 0; index < value.length && findings.length < issueLimit; index++) {
      path.push(index);
      collect(items, value[index], path, findings);
      path.pop();
    }
  } else if (properties !== undefined && isObject(value)) {
    for (const [name, member] of Object.entries(properties)) {
      if (!Object.hasOwn(value, name)) continue;
      path.push(name);
      collect(member, value[name], path, findings);
      path.pop();
    }
  }
}

/** Every law that a payload breaks, in the order of the schema, at most `issueLimit`. */
export function findBroken(shape: LawfulShape, payload: unknown): Finding[] {
  const findings: Finding[] = [];
  collect(shape, payload, [], findings);
  return findings;
}
