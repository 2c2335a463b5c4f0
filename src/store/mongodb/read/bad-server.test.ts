import { expect, it } from "vitest";
import { frameMaker } from "../../contract/samples.ts";
import { describeWithMongo } from "../testing/describe.ts";
import { startMongo } from "../testing/server.ts";
import { createReader } from "./reader.ts";
import { insertFrames, openTestHome } from "./testing/fill.ts";

describeWithMongo("reading a slow and unreliable server", { own: true }, () => {
  it(
    "crosses a gap of years in few steps, however long any question takes",
    { timeout: 120_000 },
    async () => {
      const server = await startMongo({ testCommands: true });
      const home = await openTestHome(server.uri, server.database());
      const admin = home.client.db("admin");
      try {
        const rare = frameMaker(1_600_000_000_000)({ action: "Authorize" });
        await insertFrames(home.db, [rare, frameMaker(1_700_000_000_000)()]);
        await admin.command({
          configureFailPoint: "failCommand",
          mode: "alwaysOn",
          data: { failCommands: ["find", "aggregate"], blockConnection: true, blockTimeMS: 350 },
        });
        const { frames } = createReader({
          db: home.db,
          budget: { time: Infinity, wordTime: Infinity, windows: 30 },
        });
        const page = await frames.query({ actions: ["Authorize"] }, { limit: 5 });
        expect(page).toEqual({ items: [{ ...rare, answer: null }], next: null });
        home.guard.assertClean();
      } finally {
        await admin.command({ configureFailPoint: "failCommand", mode: "off" });
        await home.client.close();
        await server.stop();
      }
    },
  );

  it(
    "streams on, in order and once, when connections break again and again",
    { timeout: 120_000 },
    async () => {
      const server = await startMongo({ testCommands: true });
      const home = await openTestHome(server.uri, server.database());
      const admin = home.client.db("admin");
      try {
        const frame = frameMaker();
        const frames = Array.from({ length: 4000 }, () => frame());
        await insertFrames(home.db, frames);
        const seen: string[] = [];
        let breaks = 0;
        home.client.on("commandFailed", ({ commandName }) => {
          if (commandName === "aggregate") breaks += 1;
        });
        for await (const row of createReader({ db: home.db }).frames.stream({})) {
          if (seen.push(row.id) % 1000 !== 500) continue;
          await admin.command({
            configureFailPoint: "failCommand",
            mode: { times: 3 },
            data: { failCommands: ["aggregate"], closeConnection: true },
          });
        }
        expect(seen).toEqual(frames.map(({ id }) => id));
        // The driver itself tries only twice.
        expect(breaks).toBeGreaterThanOrEqual(3);
      } finally {
        await home.client.close();
        await server.stop();
      }
    },
  );
});
