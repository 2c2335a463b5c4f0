import { afterAll, beforeAll, expect } from "vitest";
import { newFrameId } from "../../frames/frame-id.ts";
import { storeContract } from "../contract/contract.ts";
import type { Store, StoreIdentity } from "../store.ts";
import { openMongoStore } from "./open.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { withClient } from "./testing/prepare.ts";
import { startMongo } from "./testing/server.ts";
import type { MongoOptions, MongoServer } from "./testing/server.ts";
import { sharedMongo } from "./testing/shared.ts";

interface Variant {
  /** Random queries. */
  runs: number;
  /** Before a new database is made. */
  before?: (server: MongoServer) => Promise<void>;
  /** What its warnings begin with: it is the home that is meant. */
  warnings: RegExp[];
}

function contractOn(server: () => Promise<MongoServer>, { runs, before, warnings }: Variant): void {
  const open = async () => {
    const at = await server();
    const database = at.database();
    const expire = { frames: 0, samples: 0, events: 0 };
    const next = (): StoreIdentity => ({ writer: `test/${newFrameId()}`, name: "test", folder: "data" });
    const openAs = async (identity: StoreIdentity): Promise<Store> => {
      const store = await openMongoStore({ uri: at.uri, database, identity, expire });
      for (const warning of warnings)
        expect(store.home.warnings).toContainEqual(expect.stringMatching(warning));
      return store;
    };
    await before?.(at);
    const identity = next();
    let store = await openAs(identity);
    return {
      store,
      identity,
      reopen: async () => {
        await store.close();
        store = await openAs(next());
        return store;
      },
      dispose: async () => {
        await store.close();
        await withClient(at.uri, (client) => client.db(database).dropDatabase());
      },
    };
  };
  storeContract("the MongoDB home", open, { timeout: 600_000, runs });
}

describeWithMongo("a MongoDB server", {}, () => {
  contractOn(sharedMongo, { runs: 15, warnings: [] });
});

function contractOnOwn(name: string, options: MongoOptions, variant: Variant): void {
  describeWithMongo(name, { own: true }, () => {
    let server: MongoServer;
    beforeAll(async () => {
      server = await startMongo(options);
    });
    afterAll(async () => {
      await server.stop();
    });
    contractOn(async () => server, variant);
  });
}

contractOnOwn(
  "a stand-alone MongoDB server",
  { standalone: true },
  { runs: 3, warnings: [/is stand-alone/] },
);

contractOnOwn(
  "a MongoDB server without time series",
  { testCommands: true },
  {
    runs: 3,
    before: async ({ uri }) => {
      // The first collection that is made is `frames`; InvalidOptions is what a server says that has no time series.
      const data = { failCommands: ["create"], errorCode: 72, appName: "stationmaster" };
      const failPoint = { configureFailPoint: "failCommand", mode: { times: 1 }, data };
      await withClient(uri, (client) => client.db("admin").command(failPoint));
    },
    warnings: [/has no time-series collections/],
  },
);
