import { isObject, type JsonObject } from "../../protocol/payload/read.ts";
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

/** The steps of a JSON pointer (RFC 6901). */
export function pointerSteps(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(pointer.startsWith("/") ? 1 : 0)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A JSON pointer one step longer. */
export function pointerTo(parent: string, step: string | number): string {
  return `${parent}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** A JSON pointer as far as it leads into the value. */
export function reachable(value: unknown, pointer: string): string {
  let at = value;
  let reached = "";
  for (const step of pointerSteps(pointer)) {
    if (typeof at !== "object" || at === null || !Object.keys(at).includes(step)) break;
    at = (at as JsonObject)[step];
    reached = pointerTo(reached, step);
  }
  return reached;
}
