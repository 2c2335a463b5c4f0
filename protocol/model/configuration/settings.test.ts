import { describe, expect, test } from "vitest";
import { createState } from "../create-state.ts";
import { oneConnector } from "../testing.ts";
import { version as v16 } from "../../v16/version.ts";
import type { SettingSpec } from "./settings.ts";
import {
  applyWaiting,
  forceSetting,
  isLegal,
  keepSetting,
  settingTable,
  settingValue,
  writeSetting,
} from "./settings.ts";

const base = { name: "S", default: "" };
const specs: { [name: string]: SettingSpec } = {
  integer: { ...base, type: "integer", min: -5, max: 10 },
  natural: { ...base, type: "integer" },
  decimal: { ...base, type: "decimal" },
  boolean: { ...base, type: "boolean" },
  list: { ...base, type: "list", options: ["A", "B", "C"], maxItems: 2 },
  free: { ...base, type: "list" },
  option: { ...base, type: "option", options: ["A", "B"] },
  string: { ...base, type: "string", minLength: 2, maxLength: 4 },
};

test.each([
  ["integer", ["-5", "0", "10"], ["-6", "11", "1.0", "", " 1", "1e1", "0x1", "NaN"]],
  ["natural", ["0", "2147483647"], ["-1", "2147483648", "99999999999"]],
  ["decimal", ["0", "1.5", "0.000001"], ["1.", ".5", "1.0000001", "-0.1", "1e3"]],
  ["boolean", ["true", "FALSE"], ["1", "yes", ""]],
  ["list", ["", "A", "A, B", "B,A,"], ["A,B,C", "a", "A;B"]],
  ["free", ["anything, goes"], []],
  ["option", ["A"], ["", "a", "A,B"]],
  ["string", ["ab", "abcd"], ["a", "abcde"]],
])("%s", (kind, legal, illegal) => {
  const spec = specs[kind];
  if (!spec) throw new Error(kind);
  expect(legal.filter((value) => !isLegal(spec, value))).toEqual([]);
  expect(illegal.filter((value) => isLegal(spec, value))).toEqual([]);
});

test("two settings of one name are a mistake, in whatever case", () => {
  expect(() =>
    settingTable([
      { ...base, type: "string" },
      { ...base, name: "s", type: "string" },
    ]),
  ).toThrow(RangeError);
});

const later: SettingSpec = {
  name: "Later",
  default: "1",
  type: "integer",
  rebootRequired: true,
  drives: "backOffRepeats",
};
const fixed: SettingSpec = {
  name: "Fixed",
  default: "7",
  type: "integer",
  readOnly: true,
  drives: "pingInterval",
};
const now: SettingSpec = { name: "Now", default: "2", type: "integer", drives: "sampleInterval" };
const version = { ...v16, settings: settingTable([later, fixed, now]) };
const station = (settings: Record<string, string> = {}) =>
  createState({ description: oneConnector, settings, seed: 1, version, now: 0 });

describe("the CSMS", () => {
  test("writes what it may, in force at once or after a boot (B05.FR.10, 1.6 C §5.3)", () => {
    const made = station();
    expect(writeSetting(made, "NOW", "5")).toBe("accepted");
    expect(writeSetting(made, "Later", "9")).toBe("reboot-required");
    expect(made.parameters).toMatchObject({ sampleInterval: 5, backOffRepeats: 1 });
    expect(settingValue(made, later)).toBe("9");
    applyWaiting(made);
    expect(made.parameters.backOffRepeats).toBe(9);
    expect(made.commands).toEqual([
      { kind: "keep-setting", name: "Now", value: "5" },
      { kind: "keep-setting", name: "Later", value: "9" },
    ]);
  });

  test.each([
    ["Fixed", "8", "read-only"],
    ["Now", "-1", "invalid"],
    ["Never", "1", "unknown"],
    ["__proto__", "1", "unknown"],
  ])("cannot write %s = %s: %s", (name, value, result) => {
    const made = station();
    expect(writeSetting(made, name, value)).toBe(result);
    expect([made.commands, made.setByCsms, made.touched]).toEqual([[], {}, false]);
  });
});

test("the operator writes read-only ones too, has them at once, and takes them back", () => {
  const made = station();
  expect(["Fixed", "Later", "Now"].map((name) => forceSetting(made, name, "3"))).toEqual(
    Array(3).fill("accepted"),
  );
  expect(made.parameters).toMatchObject({ pingInterval: 3, backOffRepeats: 3, sampleInterval: 3 });
  forceSetting(made, "Fixed", null);
  expect([settingValue(made, fixed), made.parameters.pingInterval]).toEqual(["7", 7]);
  expect(forceSetting(made, "Now", "soon")).toBe("invalid");
  expect(forceSetting(made, "Never", "1")).toBe("unknown");
});

test("what comes back from an earlier life is passed over if it is no setting any more", () => {
  const made = station();
  for (const [key, value] of [
    ["now", "4"],
    ["never", "1"],
    ["later", "lots"],
  ] as const)
    keepSetting(made, key, value);
  expect(made.parameters).toMatchObject({ sampleInterval: 4, backOffRepeats: 1 });
  expect(made.commands).toEqual([{ kind: "keep-setting", name: "Now", value: "4" }]);
});
