import { issueLimit } from "./inspect.ts";
import { findingOf, type Law, type Members, type Spot } from "./law.ts";
import { pointerOf, valueAt } from "./pointer.ts";
import type { Finding, MessageKind, RuleMaker } from "./rule.ts";
import { isObject, shapeOf } from "./shape.ts";
import { describeValue } from "./words.ts";

/** The places of a message that laws speak of, found once in its schema so that payloads are looked at only there. */
interface Place {
  laws: readonly Law[];
  members: readonly (readonly [string, Place])[];
  item: Place | null;
}

function findPlace(spot: Spot, laws: readonly Law[], message: MessageKind): Place | null {
  const { shape, path } = spot;
  const members: (readonly [string, Place])[] = [];
  for (const [name, member] of Object.entries(shape.properties ?? {})) {
    const isOptional = !(shape.required ?? []).includes(name);
    const place = findPlace(
      { shape: member, path: [...path, name], isOptional, owner: shape },
      laws,
      message,
    );
    if (place !== null) members.push([name, place]);
  }
  const item =
    shape.items === undefined
      ? null
      : findPlace({ shape: shape.items, path: [...path, "*"], isOptional: false }, laws, message);
  const inForce = laws.filter((law) => law.at(spot, message));
  return inForce.length > 0 || item !== null || members.length > 0 ? { laws: inForce, members, item } : null;
}

/** Whether any law is broken. Keeps no path, so that payloads in order cost little. */
function isBroken(place: Place, value: unknown): boolean {
  for (const law of place.laws) if (law.find(value).length > 0) return true;
  if (place.item !== null && Array.isArray(value)) {
    for (const item of value) if (isBroken(place.item, item)) return true;
  } else if (place.members.length > 0 && isObject(value)) {
    for (const [name, member] of place.members) {
      const inner = value[name];
      if (inner !== undefined && isBroken(member, inner)) return true;
    }
  }
  return false;
}

function collect(place: Place, value: unknown, path: (string | number)[], findings: Finding[]): void {
  if (findings.length >= issueLimit) return;
  for (const law of place.laws) {
    for (const way of law.find(value)) {
      if (findings.length >= issueLimit) return;
      const finding = findingOf(law, pointerOf([...path, ...way]));
      const culprit = valueAt(value, way);
      findings.push(culprit === undefined ? finding : { ...finding, actual: describeValue(culprit) });
    }
  }
  if (place.item !== null && Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      collect(place.item, value[index], path, findings);
      path.pop();
    }
  } else if (place.members.length > 0 && isObject(value)) {
    for (const [name, member] of place.members) {
      const inner = value[name];
      if (inner === undefined) continue;
      path.push(name);
      collect(member, inner, path, findings);
      path.pop();
    }
  }
}

const none: readonly Finding[] = [];
const empty: Members = {};

/** All laws of a version as one rule, so that a payload is walked once however many there are. */
export const enforce =
  (laws: readonly Law[]): RuleMaker =>
  (message) => {
    const root = findPlace({ shape: shapeOf(message.schema), path: [], isOptional: false }, laws, message);
    if (root === null) return null;
    return (payload) => {
      const content = payload === null ? empty : payload;
      if (!isBroken(root, content)) return none;
      const findings: Finding[] = [];
      collect(root, content, [], findings);
      return findings;
    };
  };
