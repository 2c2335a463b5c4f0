import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storeContract } from "../contract.ts";
import { openEmbeddedStore } from "./open.ts";

storeContract("the embedded home", async () => {
  const folder = await mkdtemp(join(tmpdir(), "stationmaster-store-"));
  let store = await openEmbeddedStore(folder);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openEmbeddedStore(folder);
      return store;
    },
    dispose: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
});
