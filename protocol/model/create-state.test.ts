import { expect, test } from "vitest";
import { version } from "../v201/version.ts";
import { blocks } from "./blocks.ts";
import { createState } from "./create-state.ts";
import { oneConnector, twoConnectors } from "./testing.ts";

const options = { description: twoConnectors, settings: {}, seed: 1, version, now: 1000 };

test("a station that was just made is off, has never been connected, and knows nobody", () => {
  const made = createState(options);
  expect(made).toMatchObject({
    power: "off",
    boot: { status: "None" },
    link: { online: false },
    waiting: null,
  });
  expect([made.cache.size, made.timers.size, made.commands, made.outbox.queue]).toEqual([0, 0, [], []]);
});

test("EVSEs and connectors are numbered from 1, and none shares what it is with another", () => {
  const made = createState(options);
  expect(
    made.evses.map(({ id, connectors }) => [id, connectors.map((each) => [each.evse, each.id])]),
  ).toEqual([
    [1, [[1, 1]]],
    [2, [[2, 1]]],
  ]);
  const [first, second] = made.evses;
  expect(first?.meter).not.toBe(second?.meter);
  const other = createState(options);
  other.cache.set("x", { status: "Accepted" });
  other.settings.stored.set("x", "1");
  expect([made.cache.size, made.settings.stored.size]).toEqual([0, 0]);
});

test("the same seed makes the same meters, and an EVSE more changes none of the others", () => {
  const registers = (description: typeof oneConnector, seed: number) =>
    createState({ ...options, description, seed }).evses.map(({ meter }) => meter.register);
  expect(registers(twoConnectors, 1)).toEqual(registers(twoConnectors, 1));
  expect(registers(twoConnectors, 1)).not.toEqual(registers(twoConnectors, 2));
  expect(registers(twoConnectors, 1).slice(0, 1)).toEqual(registers(oneConnector, 1));
  expect(new Set(registers(twoConnectors, 1)).size).toBe(2);
});

test("each block that adds to the state is listed", () => {
  const made: object = createState(options);
  for (const block of blocks) {
    for (const member of Object.keys(block.station?.(options) ?? {})) expect(made).toHaveProperty(member);
  }
});
