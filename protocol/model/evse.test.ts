import { expect, it } from "vitest";
import { createState } from "./create-state.ts";
import { activeConnector, findConnector } from "./evse.ts";
import { oneConnector } from "./testing.ts";
import { version } from "../v201/version.ts";

const [connector] = oneConnector.evses[0]?.connectors ?? [];
if (!connector) throw new Error("no connector");
const description = { ...oneConnector, evses: [{ connectors: [connector, connector] }] };
const station = () => createState({ description, settings: {}, seed: 1, version, now: 0 });
const car = { capacity: 1, soc: 1, maxPower: 1, phases: 1 as const, suspended: false };

it("finds connectors by their numbers, and none that is not there", () => {
  const made = station();
  expect(findConnector(made, 1, 2)?.connector.id).toBe(2);
  for (const [evse, number] of [
    [0, 1],
    [1, 0],
    [1, 3],
    [2, 1],
    [1.5, 1],
  ] as const) {
    expect(findConnector(made, evse, number)).toBeNull();
  }
});

it("serves the cable that was plugged in first, until a transaction has taken a connector (E01.FR.14)", () => {
  const [evse] = station().evses;
  const [first, second] = evse?.connectors ?? [];
  if (!evse || !first || !second) throw new Error("no connectors");
  expect(activeConnector(evse)).toBeNull();
  Object.assign(second, { ev: car, pluggedAt: 1 });
  Object.assign(first, { ev: car, pluggedAt: 2 });
  expect(activeConnector(evse)).toBe(second);
  evse.transaction = { connector: 1 } as NonNullable<typeof evse.transaction>;
  expect(activeConnector(evse)).toBe(first);
});
