import { expect, it } from "vitest";
import { traits } from "../v201/version.ts";
import { composeVersion } from "./compose-version.ts";
import type { VersionBlock } from "./version.ts";

const handler = () => ({ kind: "result" as const, payload: {} });

it("puts together what its blocks handle, word and set, in the order of names", () => {
  const version = composeVersion(traits, [
    { incoming: { B: handler }, settings: [{ name: "Zebra", default: "1", type: "integer" }] },
    { incoming: { A: handler }, settings: [{ name: "Ape", default: "2", type: "integer" }] },
    { wording: { heartbeat: { message: () => ({ action: "Beat", payload: {} }) } } },
  ]);
  expect([...version.incoming.keys()].toSorted()).toEqual(["A", "B"]);
  expect([...version.settings.keys()]).toEqual(["ape", "zebra"]);
  expect(Object.keys(version.wording).toSorted()).toEqual(["crafted", "heartbeat", "report"]);
});

it.each<[string, VersionBlock]>([
  ["A", { incoming: { A: handler } }],
  ["heartbeat", { wording: { heartbeat: { message: () => undefined } } }],
  ["same name", { settings: [{ name: "SETTING", default: "", type: "string" }] }],
])("refuses two blocks that want the same: %s", (_, block) => {
  const first: VersionBlock = {
    incoming: { A: handler },
    wording: { heartbeat: { message: () => undefined } },
    settings: [{ name: "Setting", default: "", type: "string" }],
  };
  expect(() => composeVersion(traits, [first, block])).toThrow(RangeError);
});
