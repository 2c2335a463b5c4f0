import { expect, it } from "vitest";
import { frameMaker } from "../../contract-samples.ts";
import { describeWithMongo } from "../testing/describe.ts";
import { startMongo } from "../testing/server.ts";
import { createReader } from "./reader.ts";
import { insertFrames, openTestHome } from "./testing/fill.ts";

describeWithMongo("reading a server that takes its time for any question", { own: true }, () => {
  it("crosses a gap of years in few steps", { timeout: 120_000 }, async () => {
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
  });
});
