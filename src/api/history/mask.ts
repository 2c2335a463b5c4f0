import { stationDraft } from "../schema/station.ts";
import { completeConfig } from "../../server/station-config.ts";
import { secretSettings } from "../../server/foreign-stations.ts";
import { hidden } from "../../server/station-view.ts";
import { secretsIn } from "../../store/collections/collections.ts";
import type { Difference, HistoryRow } from "../../store/rows.ts";

/** Members that are secret wherever they stand in a document. */
const secretMembers =
  /^(?:.*\.)?(?:password|apnPassword|authorization|authorizationKey|basicAuthPassword|secret)$/iu;

/** Hides the secrets of a document at any depth. */
export interface DocumentMask {
  value(value: unknown): unknown;
  difference(parts: readonly Difference[]): Difference[];
}

/** A change as it may be shown. Secrets stay in the store, so that a state can be restored truly. */
export function maskChange(row: HistoryRow): HistoryRow {
  const mask = documentMask(row.collection, [row.before, row.after]);
  return {
    ...row,
    before: mask.value(row.before),
    after: mask.value(row.after),
    difference: mask.difference(row.difference),
  };
}

/** @param states of one document, from which it is read what its secrets are */
export function documentMask(collection: string, states: readonly unknown[]): DocumentMask {
  const secrets = secretsIn(collection);
  const isSecretSetting = collection === "stations" ? secretNames(states) : (): boolean => false;
  const isSecret = (path: readonly string[]): boolean => {
    const [parent, name = ""] = path.slice(-2);
    if (path.length === 1) return secretMembers.test(parent ?? "");
    if (parent === "settings" && isSecretSetting(name)) return true;
    return secretMembers.test(name) || secrets.includes(`${parent}/${name}`);
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

/** Tells a station's secret settings; all of them count as secret where a state cannot be read. */
function secretNames(states: readonly unknown[]): (name: string) => boolean {
  const names = new Set<string>();
  for (const state of states) {
    if (state === null || state === undefined) continue;
    const draft = stationDraft.safeParse(state);
    if (!draft.success) return () => true;
    const defaults = { policies: { in: "off", out: "off" }, callTimeout: 30 } as const;
    for (const name of secretSettings(completeConfig(draft.data, defaults))) names.add(name);
  }
  return (name) => names.has(name.toLowerCase());
}

function segments(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
