import type { JsonObject } from "../../protocol/wire/frame.ts";
import { isObject } from "../../protocol/payload/read.ts";
import type { Difference } from "./rows.ts";

/**
 * What differs between two JSON values, as few entries as it takes: objects are compared member by member, arrays by
 * index, everything else as a whole. Empty for equal values; the order of members does not count. `undefined` stands
 * for a value that is not there.
 */
export function difference(before: unknown, after: unknown): Difference[] {
  const found: Difference[] = [];
  compare("", before, after, found);
  return found;
}

function compare(pointer: string, before: unknown, after: unknown, found: Difference[]): void {
  if (before === after) return;
  if (before === undefined) found.push({ pointer, after });
  else if (after === undefined) found.push({ pointer, before });
  else if (Array.isArray(before) && Array.isArray(after)) compareLists(pointer, before, after, found);
  else if (isObject(before) && isObject(after)) compareObjects(pointer, before, after, found);
  else found.push({ pointer, before, after });
}

function compareLists(
  pointer: string,
  before: readonly unknown[],
  after: readonly unknown[],
  found: Difference[],
): void {
  const length = Math.max(before.length, after.length);
  for (let i = 0; i < length; i++) compare(`${pointer}/${i}`, before[i], after[i], found);
}

function compareObjects(pointer: string, before: JsonObject, after: JsonObject, found: Difference[]): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
    compare(`${pointer}/${escape(key)}`, own(before, key), own(after, key), found);
}

/** Members like `__proto__` and `toString` count only when the value itself has them. */
function own(value: JsonObject, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function escape(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
