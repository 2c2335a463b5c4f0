import type { TSchema } from "typebox";
import type { Path } from "./pointer.ts";
import { isObject, shapeOf, type Shape } from "./shape.ts";

/** The places of a message that a rule cares about, found once in its schema so that payloads are looked at only there. */
interface Place {
  wanted: boolean;
  members: readonly (readonly [string, Place])[];
  item: Place | null;
}

/** Whether a rule cares about a place: its schema, its member name (none for items), whether it may be left out. */
export type Wanted = (shape: Shape, name: string | undefined, isOptional: boolean) => boolean;

function findPlace(
  shape: Shape,
  name: string | undefined,
  isOptional: boolean,
  wanted: Wanted,
): Place | null {
  const members: (readonly [string, Place])[] = [];
  for (const [inner, member] of Object.entries(shape.properties ?? {})) {
    const place = findPlace(member, inner, !(shape.required ?? []).includes(inner), wanted);
    if (place !== null) members.push([inner, place]);
  }
  const item = shape.items === undefined ? null : findPlace(shape.items, undefined, false, wanted);
  const isWanted = wanted(shape, name, isOptional);
  return isWanted || item !== null || members.length > 0 ? { wanted: isWanted, members, item } : null;
}

/** Whether a test holds at any wanted place. Keeps no path, so that payloads in order cost little. */
function holdsAt(place: Place, value: unknown, test: (value: unknown) => boolean): boolean {
  if (place.wanted && test(value)) return true;
  if (place.item !== null && Array.isArray(value)) {
    for (const item of value) if (holdsAt(place.item, item, test)) return true;
  } else if (place.members.length > 0 && isObject(value)) {
    for (const [name, member] of place.members) {
      const inner = value[name];
      if (inner !== undefined && holdsAt(member, inner, test)) return true;
    }
  }
  return false;
}

function collect(place: Place, value: unknown, path: (string | number)[], visit: Visit): void {
  if (place.wanted) visit(value, path);
  if (place.item !== null && Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      collect(place.item, value[index], path, visit);
      path.pop();
    }
  } else if (place.members.length > 0 && isObject(value)) {
    for (const [name, member] of place.members) {
      const inner = value[name];
      if (inner === undefined) continue;
      path.push(name);
      collect(member, inner, path, visit);
      path.pop();
    }
  }
}

type Visit = (value: unknown, path: Path) => void;

export interface Places {
  /** Whether a test holds at any of the places. */
  some(payload: unknown, test: (value: unknown) => boolean): boolean;
  /** Visits all places. The path is only valid during the visit. */
  visit(payload: unknown, visit: Visit): void;
}

/** The wanted places of a message, or null when its schema has none. */
export function findPlaces(schema: TSchema, wanted: Wanted): Places | null {
  const root = findPlace(shapeOf(schema), undefined, false, wanted);
  if (root === null) return null;
  return {
    some: (payload, test) => holdsAt(root, payload, test),
    visit: (payload, visit) => collect(root, payload, [], visit),
  };
}
