import { parseJson } from "../../../protocol/wire/parse-json.ts";
import { gunzipSync, gzipSync } from "node:zlib";
import { Binary } from "mongodb";
import { jsonOf } from "../json-value.ts";

/** Above it a value is kept compressed: a document holds 16 MB. */
const longest = 2 * 2 ** 20;
/** MongoDB nests 100 levels at most; our documents need some for themselves. */
const deepest = 80;

/**
 * A JSON value as a member of a document: as BSON, which people can query, or where BSON or an update cannot hold it
 * exactly, its JSON text compressed in a Binary. Throws TypeError where JSON has no word for it.
 */
export function packValue(value: unknown): unknown {
  const json = jsonOf(value);
  const plain = parseJson(json);
  if (json.length <= longest && bsonHolds(plain, "plain")) return plain;
  return new Binary(gzipSync(json), Binary.SUBTYPE_USER_DEFINED);
}

/** What `packValue` was given. */
export function unpackValue(packed: unknown): unknown {
  if (packed instanceof Binary)
    return parseJson(gunzipSync(packed.buffer.subarray(0, packed.position)).toString());
  return packed;
}

/**
 * Whether a JSON value comes back out of BSON as it went in. `names`: `any` for inserts into MongoDB, `plain` where dots
 * and dollars in names are refused (updates, other servers).
 */
export function bsonHolds(value: unknown, names: "any" | "plain", depth = 0): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.every((item) => bsonHolds(item, names, depth + 1));
  for (const key in value) {
    if (!holdsName(key, names)) return false;
    if (!bsonHolds((value as Record<string, unknown>)[key], names, depth + 1)) return false;
  }
  return true;
}

function holdsName(name: string, names: "any" | "plain"): boolean {
  // What the driver takes for a type of its own, and what ends a name in BSON.
  if (name === "_bsontype" || name === "$ref" || name.includes("\0") || !name.isWellFormed()) return false;
  return names === "any" || !(name === "" || name.startsWith("$") || name.includes("."));
}
