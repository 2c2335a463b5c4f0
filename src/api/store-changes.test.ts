import { randomUUID } from "node:crypto";
import { MongoClient } from "mongodb";
import { expect, onTestFinished, test, vi } from "vitest";
import { openMongoStore } from "../store/mongodb/open.ts";
import { describeWithMongo } from "../store/mongodb/testing/describe.ts";
import { startMongo } from "../store/mongodb/testing/server.ts";
import { openHouse } from "./testing/harness.ts";

const patience = { timeout: 60_000, interval: 50 };

describeWithMongo("how changes of others arrive", { own: true }, () => {
  test("/health says which way is used now", async () => {
    const server = await startMongo({ testCommands: true });
    onTestFinished(() => server.stop());
    const admin = new MongoClient(server.uri);
    onTestFinished(() => admin.close());
    const streams = async (mode: "alwaysOn" | "off", errorCode: number): Promise<void> => {
      const data = { failCommands: ["aggregate", "getMore"], appName: "stationmaster", errorCode };
      await admin.db("admin").command({ configureFailPoint: "failCommand", mode, data });
    };
    const notAllowed = 13;
    const historyLost = 286;

    const database = server.database();
    const open = () =>
      openMongoStore({
        uri: server.uri,
        database,
        identity: { writer: `way/${randomUUID()}`, name: "way", folder: "way" },
        retryStreams: 200,
      });
    // What is made of a new database may need the commands that are going to fail.
    await (await open()).close();
    await streams("alwaysOn", notAllowed);
    const store = await open();
    onTestFinished(() => store.close());
    const { ask } = await openHouse({ store });
    const says = (changes: "pushed" | "polled") =>
      vi.waitFor(async () => {
        const { body } = await ask("GET", "/health");
        expect(body).toMatchObject({ home: { changes } });
        const asked = /are asked for every few seconds/.test(JSON.stringify(body));
        expect(asked).toBe(changes === "polled");
      }, patience);

    await says("polled");
    onTestFinished(store.watch(() => undefined));
    await says("polled");
    await streams("off", 0);
    await says("pushed");
    await streams("alwaysOn", historyLost);
    await says("polled");
    await streams("off", 0);
    await says("pushed");
  });
});
