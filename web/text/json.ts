import { isObject, type JsonObject } from "../../protocol/payload/read.ts";
import { pathOf, pointerOf } from "../../protocol/validate/pointer.ts";
import { parseJson } from "../../protocol/wire/parse-json.ts";

/** Small, careful reading of JSON values whose shape nobody promised. */

/** Own member of an object, or undefined; members that come with the prototype do not count. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Parses without throwing; undefined when it is not JSON. */
export function parse(json: string): unknown {
  try {
    return parseJson(json);
  } catch {
    return undefined;
  }
}

/** A JSON pointer as far as it leads into the value. */
export function reachable(value: unknown, pointer: string): string {
  let at = value;
  let reached = "";
  for (const step of pathOf(pointer)) {
    if (typeof at !== "object" || at === null || !Object.keys(at).includes(step)) break;
    at = (at as JsonObject)[step];
    reached += pointerOf([step]);
  }
  return reached;
}
