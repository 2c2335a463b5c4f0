import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { createStation } from "../../protocol/model/station.ts";
import type { Station } from "../../protocol/model/station.ts";
import { oneConnector } from "../../protocol/model/testing.ts";
import { charging } from "../../protocol/v201/testing.ts";
import { version } from "../../protocol/v201/version.ts";
import { openEmbeddedStore } from "../store/embedded/open.ts";
import type { StationStateRow, Store } from "../store/store.ts";
import { logFiles, readLog } from "./log-files.ts";
import { StateKeeper } from "./state-keeper.ts";
import type { StationKeeper } from "./station-keeper.ts";

const here = { evse: 1, connector: 1 };

const reports: string[] = [];

interface Home {
  store: Store;
  folder: string;
  /** A process that keeps states there. */
  open(folder?: string): StateKeeper;
}

async function home(): Promise<Home> {
  const parent = mkdtempSync(join(tmpdir(), "stationmaster-keeper-"));
  const store = await openEmbeddedStore(join(parent, "store"));
  const opened: StateKeeper[] = [];
  onTestFinished(async () => {
    for (const keeper of opened) await keeper.close();
    await store.close().catch(() => {});
    rmSync(parent, { recursive: true, force: true });
  });
  const folder = join(parent, "states");
  return {
    store,
    folder,
    open: (where = folder) => {
      const report = (text: string): unknown => reports.push(text);
      const keeper = new StateKeeper({ states: store.states, folder: where, report });
      opened.push(keeper);
      return keeper;
    },
  };
}

/** A station that lives with a keeper; `plug` lets it know something new. */
function live(keeper: StationKeeper): { station: Station; plug: () => void; cable: () => boolean } {
  const options = { description: oneConnector, settings: {}, seed: 1, version, now: 0 };
  const station = createStation(options, keeper.kept ?? undefined);
  let at = 1000;
  keeper.keep(station, at);
  return {
    station,
    plug: () => {
      station.handle({ kind: "plug-in", ...here }, ++at);
      keeper.keep(station, at);
    },
    cable: () => station.snapshot(at).connectors[0]?.cable === true,
  };
}

test("the log of a process that was cut off is ahead of the store, and counts", async () => {
  const { open, store } = await home();
  const first = open();
  live(first.keeperFor("A", null)).plug();
  // Nothing was closed: that is how a kill leaves it.
  expect(await store.states.get("A")).toBeNull();
  const second = open();
  const again = live(second.keeperFor("A", null));
  expect(again.cable()).toBe(true);
});

test("a state that the store has from a later life elsewhere counts more than the log", async () => {
  const { open, folder } = await home();
  const here = open();
  live(here.keeperFor("A", null));
  expect(await here.close()).toEqual([]);
  const elsewhere = open(`${folder}-elsewhere`);
  live(await elsewhere.fromElsewhere("A")).plug();
  expect(await elsewhere.close()).toEqual([]);
  const back = open();
  expect(live(back.keeperFor("A", (await back.stored()).get("A") ?? null)).cable()).toBe(true);
});

test("of one life the store counts where the log lost its end, the log where the store is behind", async () => {
  const { open, store, folder } = await home();
  const first = open();
  live(first.keeperFor("A", null)).plug();
  const older = await first.close().then(() => store.states.get("A"));
  const path = logFiles(folder)[0]?.path ?? "";
  const whole = readFileSync(path);
  const again = (row: StationStateRow | null): boolean => live(open().keeperFor("A", row)).cable();
  truncateSync(path, whole.length - 2);
  expect(again(older)).toBe(true);
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  writeFileSync(path, whole);
  const state = JSON.stringify({ format: 1, at: 0, parts: {} });
  expect(again(older === null ? null : { ...older, revision: older.revision - 1, state })).toBe(true);
});

test("a station of the same name that is made anew knows nothing, and nobody takes it for the old one", async () => {
  const { open, store } = await home();
  const first = open();
  live(first.keeperFor("A", null)).plug();
  await vi.waitFor(async () => expect(await store.states.get("A")).not.toBeNull());
  await first.forget("A");
  expect(await store.states.get("A")).toBeNull();
  expect(live(first.fresh("A")).cable()).toBe(false);
  await first.close();
  const second = open();
  expect(live(second.keeperFor("A", await store.states.get("A"))).cable()).toBe(false);
});

test("a station has lived until shortly before the end of the process while energy flowed, and no longer", async () => {
  const { open, folder } = await home();
  const first = open();
  const began = Date.now();
  const running = charging();
  first.keeperFor("A", null).keep(running.station, began - 10_000);
  const at = (name: string): number => readLog(folder).records.get(name)?.at ?? 0;
  // Nothing was closed: that is how a kill leaves it.
  await vi.waitFor(() => expect(at("A")).toBeGreaterThanOrEqual(began), { timeout: 5000 });
  const known = open();
  known.settled(() => true);
  await vi.waitFor(() => expect(readLog(folder).records.get("A")).toMatchObject({ asleep: true }));
  const last = at("A");
  await known.close();
  expect(at("A")).toBe(last);
});

test("a station that is told to forget stays so, however many lives it had and whatever the clock says", async () => {
  const { open } = await home();
  const first = open();
  let keeper = first.keeperFor("A", null);
  for (let life = 0; life < 20; life++) {
    live(keeper).plug();
    keeper = first.again("A");
  }
  live(keeper);
  await first.close();
  vi.spyOn(Date, "now").mockReturnValue(Date.now() - 600_000);
  onTestFinished(() => void vi.restoreAllMocks());
  const second = open();
  expect(live(second.keeperFor("A", (await second.stored()).get("A") ?? null)).cable()).toBe(true);
  live(second.fresh("A"));
  await second.close();
  const third = open();
  expect(live(third.keeperFor("A", (await third.stored()).get("A") ?? null)).cable()).toBe(false);
});

test("what cannot be read of a station is set aside and said, and what can be read counts", async () => {
  const { open, store, folder } = await home();
  const first = open();
  live(first.keeperFor("A", null)).plug();
  await first.close();
  const row = await store.states.get("A");
  if (row === null) throw new Error("Nothing was kept.");
  let { generation } = row;
  for (const state of ["{", "null", "[]", row.state.replace('"format":1', '"format":99')]) {
    const newer = { ...row, generation: (generation += 1000), state };
    reports.length = 0;
    const keeper = open().keeperFor("A", newer);
    expect(live(keeper).cable()).toBe(true);
    const [, aside = ""] =
      /^What A knew cannot be read by this version: it is in (\S+)\.$/.exec(reports[0] ?? "") ?? [];
    expect(dirname(aside)).toBe(folder);
    expect(readFileSync(aside, "utf8")).toBe(state);
    expect(live(open(`${folder}-empty`).keeperFor("A", newer)).cable()).toBe(false);
  }
});

test("a station that goes on and has met nothing yet is known to the next process, written anew or not", async () => {
  const { open, folder } = await home();
  const first = open();
  const { plug } = live(first.keeperFor("A", null));
  plug();
  const second = open();
  const keeper = second.keeperFor("A", null);
  const options = { description: oneConnector, settings: {}, seed: 1, version, now: 0 };
  keeper.goOn(createStation(options, keeper.kept ?? undefined));
  const known = (): unknown => readLog(folder).records.get("A");
  expect(open().keeperFor("A", null).kept).toEqual(keeper.kept);
  const before = known();
  second.settled(() => true);
  await vi.waitFor(() => expect(known()).not.toEqual(before));
  expect(readdirSync(folder)).toHaveLength(1);
  expect(known()).toMatchObject({ whole: true, revision: 0, at: keeper.kept?.at });
  expect(live(open().keeperFor("A", null)).cable()).toBe(true);
});

test("what the log has of a station that could not be made stays, that of one that is gone does not", async () => {
  const { open, folder } = await home();
  const first = open();
  live(first.keeperFor("BROKEN", null)).plug();
  live(first.keeperFor("GONE", null)).plug();
  open().settled((station) => station === "BROKEN");
  await vi.waitFor(() => expect([...readLog(folder).records.keys()]).toEqual(["BROKEN"]));
  const third = open();
  expect(live(third.keeperFor("BROKEN", null)).cable()).toBe(true);
  expect(live(third.keeperFor("GONE", null)).cable()).toBe(false);
});

test("the store gets what changed in time, and a store that does not take it is told again later", async () => {
  const { open, store } = await home();
  const keeper = open();
  const { plug } = live(keeper.keeperFor("A", null));
  plug();
  expect(keeper.waiting).toBe(1);
  await vi.waitFor(async () => expect((await store.states.get("A"))?.revision).toBe(2));
  expect(keeper.waiting).toBe(0);
  await store.close();
  live(keeper.keeperFor("B", null)).plug();
  expect(await keeper.close()).toEqual(["B"]);
});

test("a station that another process has is forgotten here, and not there", async () => {
  const { open, store } = await home();
  const keeper = open();
  live(keeper.keeperFor("A", null)).plug();
  await vi.waitFor(async () => expect(await store.states.get("A")).not.toBeNull());
  keeper.release("A");
  await keeper.close();
  expect(await store.states.get("A")).not.toBeNull();
  expect(live(open().keeperFor("A", null)).cable()).toBe(false);
});
