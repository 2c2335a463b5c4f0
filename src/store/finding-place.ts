import type { FindingRow } from "./rows.ts";

/** The place of a finding in its run, out of its id; what findings are ordered by. Throws TypeError for a wrong id. */
export function findingPlace(finding: Pick<FindingRow, "id" | "run">): number {
  const stroke = finding.id.lastIndexOf("/");
  const digits = finding.id.slice(stroke + 1);
  if (stroke < 0 || finding.id.slice(0, stroke) !== finding.run || !/^[0-9]{1,15}$/u.test(digits))
    throw new TypeError(`a finding's id is its run's, a stroke, and a number: not "${finding.id}"`);
  return Number(digits);
}
