import { expect, test } from "vitest";
import type { Block } from "../block.ts";
import { createState } from "../create-state.ts";
import { oneConnector } from "../testing.ts";
import { version } from "../../v16/version.ts";
import { onSettingChanged } from "./setting-effects.ts";
import type { SettingSpec } from "./settings.ts";

const number = { name: "S", default: "1", type: "integer", drives: "pingInterval" } as const;

test.each<[string, SettingSpec, string[]]>([
  ["tells the blocks that it concerns", number, ["ping"]],
  ["that waits for a boot tells nobody yet", { ...number, rebootRequired: true }, []],
  ["of another parameter", { ...number, drives: "sampleInterval" }, []],
  ["that drives nothing", { name: "S", default: "", type: "string" }, []],
  ["that is the password", { name: "S", default: "", type: "string", password: true }, ["password"]],
])("a changed setting %s", (_, spec, told) => {
  const heard: string[] = [];
  const block: Block = {
    settingChanged: { pingInterval: () => heard.push("ping") },
    passwordChanged: () => heard.push("password"),
  };
  const made = createState({ description: oneConnector, settings: {}, seed: 1, version, now: 0 });
  onSettingChanged({ ...made, blocks: [block, {}] }, spec);
  expect(heard).toEqual(told);
});
