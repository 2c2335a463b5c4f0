import { afterAll, beforeAll } from "vitest";
import { contractOn } from "./testing/contract-on.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { withClient } from "./testing/prepare.ts";
import { startMongo } from "./testing/server.ts";
import type { MongoServer } from "./testing/server.ts";

describeWithMongo("a MongoDB server without time series", { own: true }, () => {
  let server: MongoServer;
  beforeAll(async () => {
    server = await startMongo({ testCommands: true });
  });
  afterAll(() => server.stop());
  contractOn(async () => server, {
    before: async ({ uri }) => {
      // The first collection that is made is `frames`; InvalidOptions is what a server says that has no time series.
      const data = { failCommands: ["create"], errorCode: 72, appName: "stationmaster" };
      const failPoint = { configureFailPoint: "failCommand", mode: { times: 1 }, data };
      await withClient(uri, (client) => client.db("admin").command(failPoint));
    },
    warnings: [/has no time-series collections/],
  });
});
