import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openEmbeddedStore } from "../../store/embedded/open.ts";
import { completeConfig } from "./config.ts";
import { ForeignStations } from "./foreign.ts";
import { LostStations } from "./lost.ts";
import { stationDraft } from "./schema/station.ts";

const hour = 3_600_000;
const seenAt = Date.UTC(2026, 0, 31, 12);

async function lab(): Promise<{
  look: (now: number) => Promise<string[]>;
  seen: (at: number) => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-lost-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = await openEmbeddedStore(folder);
  onTestFinished(() => store.close());
  const process = { name: "lab", host: "h", pid: 7, folder: "f", batch: 0, endedAt: null };
  const seen = (at: number): Promise<void> =>
    store.adopt({ writers: [{ ...process, writer: `lab/${String(at)}`, startedAt: at, seenAt: at }] });
  await seen(seenAt);
  const defaults = { policies: { in: "off", out: "off" }, callTimeout: 30 } as const;
  const foreign = new ForeignStations(store, defaults);
  await foreign.take(
    [
      { id: "CS-1", owner: "lab" },
      { id: "CS-2", owner: "never-seen" },
    ].map(({ id, owner }) => ({
      ...{ collection: "stations", id, owner },
      value: completeConfig(stationDraft.parse({ id, dialect: "1.6J" }), defaults),
    })),
  );
  const lost = new LostStations();
  let failing = true;
  return {
    seen,
    look: async (now) => {
      const ended: string[] = [];
      const endTransactions = (id: string, reason: string): Promise<boolean> => {
        if (!failing) ended.push(`${id} ${reason}`);
        return Promise.resolve(!failing);
      };
      await lost.look({ foreign, endTransactions }, store, now);
      failing = false;
      return ended;
    },
  };
}

it("ends what stations left open whose process was not seen for an hour, once until it is back", async () => {
  const { look, seen } = await lab();
  expect(await look(seenAt)).toEqual([]); // The store is away.
  expect(await look(seenAt + hour - 1)).toEqual(["CS-2 station-lost"]);
  expect(await look(seenAt + hour)).toEqual(["CS-1 station-lost"]);
  expect(await look(seenAt + 2 * hour)).toEqual([]);
  await seen(seenAt + 2 * hour);
  expect(await look(seenAt + 2 * hour)).toEqual([]);
  expect(await look(seenAt + 3 * hour)).toEqual(["CS-1 station-lost"]);
});
