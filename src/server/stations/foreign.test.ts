import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { stationDraft } from "./schema/station.ts";
import { openEmbeddedStore } from "../../store/embedded/open.ts";
import { ForeignStations } from "./foreign.ts";
import { completeConfig } from "./config.ts";

it("says from when on the station of a process that was killed can be taken over", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-foreign-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = await openEmbeddedStore(folder);
  onTestFinished(() => store.close());
  const seenAt = Date.UTC(2026, 0, 31, 23, 59, 10, 250);
  const killed = { writer: "lab/1", name: "lab", host: "h", pid: 7, folder: "f", startedAt: 1, batch: 0 };
  await store.adopt({ writers: [{ ...killed, seenAt, endedAt: null }] });
  let now = seenAt + 3000;
  const value = completeConfig(stationDraft.parse({ id: "CS-1", dialect: "1.6J" }), {
    policies: { in: "off", out: "off" },
    callTimeout: 30,
  });
  const stations = new ForeignStations({
    store,
    name: "mine",
    now: () => now,
    configOf: () => ({ ok: true, value }),
  });
  await stations.take([{ collection: "stations", id: "CS-1", value, owner: "lab" }]);
  const early = await stations.denied("CS-1", "mine");
  expect(early).toMatchObject({ code: "conflict" });
  expect(early?.message).toContain("last sign of life at 23:59:11 UTC;");
  expect(early?.message).toContain("taken over from 00:00:11 UTC on");
  now = Date.UTC(2026, 1, 1, 0, 0, 11);
  expect(await stations.denied("CS-1", "mine")).toBeNull();
});
