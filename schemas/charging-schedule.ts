import { isObject } from "../protocol/payload/read.ts";
import type { Members } from "../protocol/validate/law.ts";
import { nowhere } from "../protocol/validate/law.ts";
import type { Path } from "../protocol/validate/pointer.ts";

/** What is wrong with a charging schedule by itself; the versions cite different texts for the same. */

const periods = "chargingSchedulePeriod";

const startOf = (period: unknown): unknown => (isObject(period) ? period["startPeriod"] : undefined);

/** The first period's start, unless it is the start of the schedule. */
export function lateFirstPeriod(schedule: Members): readonly Path[] {
  const list = schedule[periods];
  const first = Array.isArray(list) ? startOf(list[0]) : undefined;
  return typeof first === "number" && first !== 0 ? [[periods, 0, "startPeriod"]] : nowhere;
}

/** The starts of periods that do not begin after the one before them. */
export function disorderedPeriods(schedule: Members): readonly Path[] {
  const list = schedule[periods];
  if (!Array.isArray(list)) return nowhere;
  let found: Path[] | undefined;
  for (let index = 1; index < list.length; index++) {
    const before = startOf(list[index - 1]);
    const start = startOf(list[index]);
    if (typeof before !== "number" || typeof start !== "number" || start > before) continue;
    (found ??= []).push([periods, index, "startPeriod"]);
  }
  return found ?? nowhere;
}
