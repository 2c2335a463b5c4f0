import type { TSchema } from "typebox";
import { isObject } from "../../../../protocol/payload/read.ts";
import { shapeOf } from "../../../../protocol/validate/shape.ts";
import type { Shape } from "../../../../protocol/validate/shape.ts";
import type { JsonObject } from "../../../../protocol/wire/frame.ts";
import { kebab } from "./kebab.ts";

/** A member of a message, in an object that is a member, and so on; a list on the way stands for each of its items. */
export interface Member {
  path: readonly [string, ...string[]];
  shape: Shape;
}

/** The member of this name; null when the schema has none. */
export function findMember(schema: TSchema, name: string): Member | null {
  return find(shapeOf(schema), name);
}

/** Whether a message of this schema can have a member that is so, somewhere. */
export function hasMember(schema: TSchema, isSo: (shape: Shape) => boolean): boolean {
  const has = (shape: Shape): boolean =>
    membersOf(shape).some(([, inner]) => isSo(itemOf(inner)) || has(inner));
  return has(shapeOf(schema));
}

function find(shape: Shape, name: string): Member | null {
  for (const [member, inner] of membersOf(shape)) {
    const word = kebab(member);
    if (name === word) return { path: [member], shape: itemOf(inner) };
    if (!name.startsWith(`${word}-`)) continue;
    const deeper = find(inner, name.slice(word.length + 1));
    if (deeper !== null) return { path: [member, ...deeper.path], shape: deeper.shape };
  }
  return null;
}

/** What vendors add (customData) is none: nothing depends on it. */
const membersOf = (shape: Shape): [string, Shape][] =>
  Object.entries(itemOf(shape).properties ?? {}).filter(([name]) => name !== "customData");

const itemOf = (shape: Shape): Shape => (shape.items === undefined ? shape : itemOf(shape.items));

/** The payload with another value of the member wherever it stands; undefined leaves it out. */
export function alterMember(
  payload: JsonObject,
  [member, ...rest]: Member["path"],
  alter: (value: unknown) => unknown,
): JsonObject {
  if (!Object.hasOwn(payload, member)) return payload;
  const [next, ...further] = rest;
  const change = (value: unknown): unknown => {
    if (Array.isArray(value) && next !== undefined) return value.map(change);
    if (next === undefined) return alter(value);
    return isObject(value) ? alterMember(value, [next, ...further], alter) : value;
  };
  const value = change(payload[member]);
  return Object.fromEntries(
    Object.entries(payload).flatMap(([name, old]) =>
      name !== member ? [[name, old]] : value === undefined ? [] : [[name, value]],
    ),
  );
}
