import { secretsIn } from "../../store/collections.ts";
import type { Difference, HistoryRow } from "../../store/rows.ts";
import { hidden } from "../documents/hidden.ts";
import type { DocumentKind } from "../documents/kind.ts";

/** Members that are secret wherever they stand in a document. */
const secretMembers =
  /^(?:.*\.)?(?:password|apnPassword|authorization|authorizationKey|basicAuthPassword|secret)$/iu;

/** Hides the secrets of a document at any depth. */
export interface DocumentMask {
  value(value: unknown): unknown;
  difference(parts: readonly Difference[]): Difference[];
}

/** A change as it may be shown. Secrets stay in the store, so that a state can be restored truly. */
export function maskChange(kind: DocumentKind, row: HistoryRow): HistoryRow {
  const mask = documentMask(kind, row.collection, [row.before, row.after]);
  return {
    ...row,
    before: mask.value(row.before),
    after: mask.value(row.after),
    difference: mask.difference(row.difference),
  };
}

/** @param states of one document, from which it is read what its secrets are */
export function documentMask(
  kind: DocumentKind,
  collection: string,
  states: readonly unknown[],
): DocumentMask {
  const secrets = secretsIn(collection);
  const isSecretToo = kind.secrets?.(states);
  const isSecret = (path: readonly string[]): boolean => {
    const [parent, name] = [path.at(-2), path.at(-1) ?? ""];
    if (secretMembers.test(name) || secrets.includes(`${parent ?? ""}/${name}`)) return true;
    return isSecretToo?.(path) === true;
  };
  const masked = (value: unknown, path: readonly string[]): unknown => {
    if (path.length > 0 && isSecret(path)) return value === null || value === "" ? value : hidden;
    if (Array.isArray(value)) return value.map((item, index) => masked(item, [...path, String(index)]));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, masked(member, [...path, name])]),
    );
  };
  return {
    value: (value) => masked(value, []),
    difference: (parts) =>
      parts.map((part) => {
        const path = segments(part.pointer);
        return {
          pointer: part.pointer,
          ...("before" in part ? { before: masked(part.before, path) } : {}),
          ...("after" in part ? { after: masked(part.after, path) } : {}),
        };
      }),
  };
}

function segments(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
