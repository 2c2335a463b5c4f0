import { newFrameId } from "../../journal/frame-id.ts";
import { storeContract } from "../contract.ts";
import type { Store, StoreIdentity } from "../store.ts";
import { openMongoStore } from "./open.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { guardCommands } from "./testing/guard/guard.ts";
import type { Guard } from "./testing/guard/guard.ts";
import { withClient } from "./testing/prepare.ts";
import { sharedMongo } from "./testing/shared.ts";

describeWithMongo("a MongoDB server", {}, () => {
  storeContract(
    "the MongoDB home",
    async () => {
      const server = await sharedMongo();
      const database = server.database();
      const guards: Guard[] = [];
      const start = (): StoreIdentity => ({ writer: `test/${newFrameId()}`, name: "test", folder: "data" });
      const open = (identity: StoreIdentity): Promise<Store> =>
        openMongoStore({
          uri: server.uri,
          database,
          identity,
          expire: { frames: 0, samples: 0, events: 0 },
          observe: (client) => guards.push(guardCommands(client)),
        });
      const identity = start();
      let store = await open(identity);
      return {
        store,
        identity,
        reopen: async () => {
          await store.close();
          store = await open(start());
          return store;
        },
        dispose: async () => {
          await store.close();
          await withClient(server.uri, (client) => client.db(database).dropDatabase());
          for (const guard of guards) guard.assertClean();
        },
      };
    },
    { timeout: 600_000, runs: 15 },
  );
});
