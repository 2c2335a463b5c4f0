import { Value } from "typebox/value";
import { expect, test } from "vitest";
import { request as notifyReport } from "../../../schemas/v201/b-provisioning/notify-report.ts";
import type { ReportData } from "../../../schemas/v201/b-provisioning/notify-report.ts";
import { findStandardVariable, standardVariables } from "../../../schemas/v201/device-model/index.ts";
import { pathOf } from "../../../schemas/standard-variable.ts";
import { booted } from "../testing.ts";

/** All that a station of 2.0.1 says of its variables. */
function inventory(): ReportData[] {
  const d = booted();
  d.ask("GetBaseReport", { requestId: 1, reportBase: "FullInventory" });
  return d.said.flatMap(({ payload }) => Value.Parse(notifyReport, payload).reportData ?? []);
}

const standardOf = ({ component, variable }: ReportData) =>
  findStandardVariable(component.name, variable.name, variable.instance);

const entries = inventory().map((entry): [string, ReportData] => {
  const { component, variable } = entry;
  const instance = variable.instance === undefined ? "" : `[${variable.instance}]`;
  return [`${component.name}.${variable.name}${instance}`, entry];
});

test.each(entries)("%s is as the standard has it", (_, entry) => {
  const standard = standardOf(entry);
  expect(standard).toBeDefined();
  if (standard === undefined) return;
  const { dataType, unit, valuesList, minLimit, maxLimit } = entry.variableCharacteristics ?? {};
  // There is no type for these on the wire.
  const named = (standard.inText.dataType ?? standard.dataType).replace(
    /^(password|identifier)String$/,
    "string",
  );
  expect(dataType).toBe(named);
  expect(standard.units.length === 0 ? [undefined] : standard.units).toContain(unit);
  for (const { mutability } of entry.variableAttribute) {
    expect(standard.mutability.length === 0 ? [mutability] : standard.mutability).toContain(mutability);
  }
  const values = valuesList?.split(",") ?? [];
  expect(values.filter((value) => standard.values?.includes(value) === false)).toEqual([]);
  expect(minLimit ?? Infinity).toBeGreaterThanOrEqual(standard.minLimit ?? -Infinity);
  expect(maxLimit ?? -Infinity).toBeLessThanOrEqual(standard.maxLimit ?? Infinity);
});

test("a component that the station has is there with all that the standard requires of it", () => {
  const components = new Set(entries.map(([, { component }]) => component.name));
  const reported = new Set(entries.map(([, entry]) => standardOf(entry)));
  const missing = standardVariables.filter(
    (row) => row.required === "yes" && components.has(row.component) && !reported.has(row),
  );
  expect(components.size).toBeGreaterThan(10);
  expect(missing.map(pathOf)).toEqual([]);
});
