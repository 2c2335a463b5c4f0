import { expect, test } from "vitest";
import { dialects, playableDialects } from "../../protocol/dialect.ts";
import { officialCases } from "./catalogue/catalogue.ts";
import { casesOf, selectCases, UsageError } from "./select.ts";

const listed = playableDialects.filter((dialect) => officialCases[dialect].length > 0);

test.each(listed)("%s has cases, in the official order and with the official titles", (dialect) => {
  const built = casesOf(dialect).map(({ id, title }) => ({ id, title }));
  expect(built).not.toEqual([]);
  const ids = built.map((each) => each.id);
  const official = officialCases[dialect].map(({ id, title }) => ({ id, title }));
  expect(built).toEqual(official.filter((item) => ids.includes(item.id)));
});

test("a dialect without a station or a list has none, whatever its family has", () => {
  const others = dialects.filter((dialect) => !listed.includes(dialect));
  expect(others.flatMap(casesOf)).toEqual([]);
  for (const dialect of others) expect(() => selectCases(dialect, undefined)).toThrow(UsageError);
});

test("ids are taken without suffix, in any letter case, and come in the order of the audit", () => {
  const ids = selectCases("2.0.1", ["tc_e_04 ", "TC_B_01_CSMS"]).map((each) => each.id);
  expect(ids).toEqual(["TC_B_01_CSMS", "TC_E_04_CSMS"]);
});
