import { expect, it } from "vitest";
import { guardEverything } from "../../../src/store/mongodb/testing/guard/everything.ts";
import { rounds, seedOf } from "../../../testdata/rounds.ts";
import { tortureSessions } from "./torture.ts";

const homes = (["embedded", "mongodb"] as const).slice(0, rounds(1, 2));
if (homes.includes("mongodb")) guardEverything();

it.each(homes)(
  "tells each session whole over kills in the middle of it, on the %s home",
  async (home) => {
    const result = await tortureSessions({
      home,
      durability: "every-frame",
      rounds: rounds(3, 60),
      seed: seedOf(3),
      stations: 8,
      standalone: false,
      tell: () => undefined,
    });
    expect(result.faults).toEqual([]);
    expect(result.kills).toBeGreaterThan(0);
    expect(result.sessions).toBeGreaterThan(10);
    // Of those that were cut, some go on and others end, as each station is set.
    expect(result.cut).toBeGreaterThan(0);
    expect(result.resumed).toBeGreaterThan(0);
  },
  60 * 60_000,
);
