import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfigFile, readConfigText } from "./file.ts";

test("gives each value with line and column", () => {
  const text = "server:\n  port: 8080\n  allowedHosts: [a, b]\nlogging: { level: debug }\n";
  expect(readConfigText(text, "c.yaml")).toEqual({
    values: [
      { name: "server.port", value: 8080, place: "c.yaml:2:9" },
      { name: "server.allowedHosts", value: ["a", "b"], place: "c.yaml:3:17" },
      { name: "logging.level", value: "debug", place: "c.yaml:4:19" },
    ],
    problems: [],
  });
});

test.each([
  ["", "an empty file"],
  ["# only a comment\n", "a comment"],
  ["server:\n", "an empty section"],
])("takes %j: %s", (text) => {
  expect(readConfigText(text, "c.yaml")).toEqual({ values: [], problems: [] });
});

test.each([
  ["servr:\n  port: 1\n", 'c.yaml:1:1: there is no section "servr". Did you mean server?'],
  ["server:\n  prot: 1\n", 'c.yaml:2:3: there is no setting "server.prot". Did you mean port?'],
  ["server: 3\n", 'c.yaml:1:9: section "server" must hold settings'],
  ["- a\n", "c.yaml:1:1: the file must hold sections"],
  ["server:\n  port: [1\n", "c.yaml:3:1: "],
  ["server:\n  port: 1\n  port: 2\n", "c.yaml:3:3: Map keys must be unique"],
  ["__proto__:\n  port: 1\n", 'c.yaml:1:1: there is no section "__proto__".'],
])("names the place of what is wrong in %j", (text, start) => {
  const { values, problems } = readConfigText(text, "c.yaml");
  expect(values).toEqual([]);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(start);
});

test("says that a file cannot be read", () => {
  const missing = join(tmpdir(), randomUUID(), "none.yaml");
  const { problems } = readConfigFile(missing);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`${missing}: the configuration file cannot be read`);
});
