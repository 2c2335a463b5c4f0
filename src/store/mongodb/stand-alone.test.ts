import { afterAll, beforeAll } from "vitest";
import { contractOn } from "./testing/contract-on.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { startMongo } from "./testing/server.ts";
import type { MongoServer } from "./testing/server.ts";

describeWithMongo("a stand-alone MongoDB server", { own: true }, () => {
  let server: MongoServer;
  beforeAll(async () => {
    server = await startMongo({ standalone: true });
  });
  afterAll(() => server.stop());
  contractOn(async () => server, { warnings: [/is stand-alone/] });
});
