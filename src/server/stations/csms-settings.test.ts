import { expect, test, vi } from "vitest";
import { CsmsSettings } from "./csms-settings.ts";

const patience = { timeout: 30_000 };

/** A store of settings that can be away. */
function shelf(pause?: number) {
  const kept: Record<string, Record<string, string>> = {};
  const writes: string[] = [];
  const state = { away: false, meanwhile: () => {} };
  const settings: CsmsSettings = new CsmsSettings(async (station) => {
    const waiting = settings.waiting(station);
    writes.push(station);
    await Promise.resolve();
    state.meanwhile();
    if (state.away) return false;
    kept[station] = { ...kept[station], ...Object.fromEntries(waiting) };
    settings.kept(station, waiting);
    return true;
  }, pause);
  return { kept, writes, state, settings };
}

test("what comes together for a station is one write, and what comes meanwhile another", async () => {
  const { kept, writes, state, settings } = shelf();
  state.meanwhile = () => {
    state.meanwhile = () => {};
    settings.add("A", "x", "2");
  };
  settings.add("A", "x", "1");
  settings.add("A", "y", "1");
  settings.add("B", "x", "1");
  await vi.waitFor(() => expect(kept).toEqual({ A: { x: "2", y: "1" }, B: { x: "1" } }), patience);
  expect(writes.toSorted()).toEqual(["A", "A", "B"]);
});

test("what a store that is away does not take is tried again", async () => {
  const { kept, writes, state, settings } = shelf(5);
  state.away = true;
  settings.add("A", "x", "1");
  await vi.waitFor(() => expect(writes.length).toBeGreaterThan(1), patience);
  state.away = false;
  await vi.waitFor(() => expect(kept).toEqual({ A: { x: "1" } }), patience);
});

test("what somebody else changed after the CSMS is not written over", async () => {
  const { kept, state, settings } = shelf();
  state.away = true;
  settings.add("A", "X", "1");
  settings.add("A", "y", "1");
  settings.overruled("A", ["x"]);
  state.away = false;
  expect(await settings.end()).toEqual([]);
  expect(kept).toEqual({ A: { y: "1" } });
});

test("a store that is away is left alone for a while, and at the end it is said whose settings are lost", async () => {
  const { writes, state, settings } = shelf();
  state.away = true;
  settings.add("A", "x", "1");
  for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve));
  settings.add("A", "x", "2");
  for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve));
  expect(writes).toEqual(["A"]);
  expect(await settings.end()).toEqual(["A"]);
});
