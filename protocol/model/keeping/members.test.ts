import { expect, test } from "vitest";
import { version } from "../../v201/version.ts";
import type { Block } from "../block.ts";
import { blocks } from "../blocks.ts";
import { oneConnector } from "../testing.ts";
import { keptMembers } from "./members.ts";

const options = { description: oneConnector, settings: {}, seed: 1, version, now: 0 };

test("all that blocks add is kept, but for what they name fleeting", () => {
  const block: Block = {
    station: () => ({ plugged: 0, waiting: null, cache: new Map() }),
    large: ["cache"],
    evse: () => ({ chargingState: "Idle", authorization: null }),
    connector: () => ({ fault: null }),
    fleeting: ["waiting", "authorization"],
  };
  const other: Block = { station: () => ({ transactions: 0 }), fleeting: ["plugged"] };
  expect(keptMembers([block, {}, other], options)).toEqual({
    station: ["plugged", "transactions"],
    large: ["cache"],
    evse: ["chargingState"],
    connector: ["fault"],
  });
});

test("no two blocks add the same member", () => {
  const { station, large, evse, connector } = keptMembers(blocks, options);
  for (const members of [[...station, ...large], evse, connector] as string[][]) {
    expect(members.length).toBeGreaterThan(3);
    expect(new Set(members).size).toBe(members.length);
  }
});
