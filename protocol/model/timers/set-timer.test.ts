import { expect, it } from "vitest";
import { version } from "../../v16/version.ts";
import type { Block } from "../block.ts";
import { createState } from "../create-state.ts";
import type { StationState } from "../state.ts";
import { twoConnectors } from "../testing.ts";
import { cancelAllTimers, cancelTimer, isSet, onTimer, setTimer } from "./set-timer.ts";
import { evseTimer, onEvseTimer, onStationTimer, stationTimer } from "./timer.ts";

const once = stationTimer("once");
const each = evseTimer("each");

function stationWith(fired: (text: string) => void): StationState {
  const block: Block = {
    timers: [
      onStationTimer(once, () => fired("station")),
      onEvseTimer(each, (_station, evse) => fired(`EVSE ${String(evse.id)}`)),
    ],
  };
  const made = createState({ description: twoConnectors, settings: {}, seed: 1, version, now: 500 });
  return { ...made, blocks: [block], commands: [] };
}

it("tells the outside by name, and finds station and EVSE again", () => {
  const fired: string[] = [];
  const station = stationWith((text) => fired.push(text));
  const [, second] = station.evses;
  if (!second) throw new Error("no EVSE");
  setTimer(station, once, 1.5);
  setTimer(station, each(second), -1);
  expect(station.commands).toEqual([
    { kind: "set-timer", name: "once", at: 2000 },
    { kind: "set-timer", name: "each:2", at: 500 },
  ]);
  onTimer(station, "each:2");
  onTimer(station, "once");
  expect(fired).toEqual(["EVSE 2", "station"]);
  expect(isSet(station, once)).toBe(false);
});

it("ignores what fires though it was cancelled, or never set", () => {
  const fired: string[] = [];
  const station = stationWith((text) => fired.push(text));
  setTimer(station, once, 1);
  cancelTimer(station, once);
  cancelTimer(station, once);
  onTimer(station, "once");
  onTimer(station, "each:1");
  onTimer(station, "unheard of");
  expect(fired).toEqual([]);
  expect(station.commands.filter(({ kind }) => kind === "cancel-timer")).toHaveLength(1);
});

it("cancels all of them at once", () => {
  const station = stationWith(() => {});
  setTimer(station, once, 1);
  for (const evse of station.evses) setTimer(station, each(evse), 1);
  station.commands = [];
  cancelAllTimers(station);
  expect(station.commands.map((command) => ("name" in command ? command.name : ""))).toEqual([
    "once",
    "each:1",
    "each:2",
  ]);
  expect(station.timers.size).toBe(0);
});
