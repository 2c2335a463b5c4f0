import { expect, test } from "vitest";
import { parseFlags } from "./flags.ts";
import type { Flag } from "./flags.ts";

const flags: Flag[] = [
  { name: "port", text: "", hint: "number" },
  { name: "json", text: "" },
  { name: "case", text: "", hint: "id", repeatable: true },
  { name: "report", text: "", hint: "a,b", allowed: ["a", "b"], list: true },
];

test("reads values with and without equals sign, switches, repeated flags and positionals", () => {
  const args = ["x", "--port=1", "--json", "--case", "A", "--case=B=C", "--report", "a,b", "--", "--port"];
  expect(parseFlags(args, flags, 2)).toEqual({
    positionals: ["x", "--port"],
    values: new Map([
      ["port", ["1"]],
      ["json", ["true"]],
      ["case", ["A", "B=C"]],
      ["report", ["a,b"]],
    ]),
  });
});

test("a negative number is a value", () => {
  expect(parseFlags(["--port", "-5"], flags, 0).values.get("port")).toEqual(["-5"]);
});

test.each([
  [["--prot", "1"], "unknown flag --prot. Did you mean --port? Allowed: --port, --json, --case, --report."],
  [["-p", "1"], "unknown flag -p. Allowed:"],
  [["--__proto__"], "unknown flag --__proto__."],
  [["--port"], "flag --port needs a value: <number>."],
  [["--port", "--json"], "flag --port needs a value"],
  [["--report"], "flag --report needs a value: a, b."],
  [["--port", "1", "--port", "2"], "flag --port is given twice."],
  [["--json=1"], "flag --json takes no value."],
  [["--report", "a,c"], 'flag --report: "c" is not possible. Did you mean a? Allowed: a, b.'],
  [["x", "y"], 'unexpected argument "y": only 1 is allowed here.'],
])("refuses %j", (args, message) => {
  expect(() => parseFlags(args, flags, 1)).toThrow(message);
});
