import { playableDialects, type Dialect } from "../../protocol/dialect.ts";
import { nearest } from "../text/suggest.ts";
import type { OfficialCase } from "./case.ts";
import { cases } from "./cases/all.ts";
import { officialCases } from "./catalogue/catalogue.ts";

/** The caller asked for something that does not exist; `message` tells what does. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** The dialects that can be audited. */
export const auditableDialects = (): Dialect[] => playableDialects.filter((each) => casesOf(each).length > 0);

/** The cases of a dialect that are built and that a station can play, in the order of the official list. */
export function casesOf(dialect: Dialect): OfficialCase[] {
  if (!playableDialects.includes(dialect)) return [];
  const built = new Map(
    cases.filter((each) => each.dialects.includes(dialect)).map((each) => [each.id, each]),
  );
  return officialCases[dialect].flatMap(({ id, title }) => {
    const each = built.get(id);
    return each === undefined ? [] : [{ ...each, title }];
  });
}

/**
 * The cases with these ids, in the order of the audit; the suffix `_CSMS` and letter case do not matter.
 * @throws UsageError naming near ids, or that the case is official but not built yet
 */
export function selectCases(dialect: Dialect, ids: readonly string[] | undefined): OfficialCase[] {
  const all = casesOf(dialect);
  if (all.length === 0) throw new UsageError(`There are no cases for ${dialect} yet.`);
  if (ids === undefined || ids.length === 0) return all;
  const wanted = new Set(ids.map(normalize));
  for (const id of wanted)
    if (!all.some((each) => each.id === id)) throw new UsageError(unknown(dialect, id, all));
  return all.filter((each) => wanted.has(each.id));
}

function normalize(id: string): string {
  const upper = id.trim().toUpperCase();
  return upper.endsWith("_CSMS") ? upper : `${upper}_CSMS`;
}

function unknown(dialect: Dialect, id: string, all: readonly OfficialCase[]): string {
  const official = officialCases[dialect].find((item) => item.id === id);
  const names = all.map((each) => each.id);
  if (official !== undefined)
    return `${id} (${official.title}) is an official case that is not built yet. Available: ${names.join(", ")}.`;
  const near = nearest(id, names).slice(0, 3);
  return `There is no case ${id} for ${dialect}. Near: ${near.join(", ")}.`;
}
