import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newFrameId } from "../../frames/frame-id.ts";
import { storeContract } from "../contract/contract.ts";
import type { Home } from "../contract/contract.ts";
import type { StoreIdentity } from "../store.ts";
import { openEmbeddedStore } from "./open.ts";

const open = async (): Promise<Home> => {
  const folder = await mkdtemp(join(tmpdir(), "stationmaster-store-"));
  const start = (): StoreIdentity => ({ writer: `test/${newFrameId()}`, name: "test", folder: "data" });
  const identity = start();
  let store = await openEmbeddedStore(folder, { identity });
  return {
    store,
    identity,
    reopen: async () => {
      await store.close();
      store = await openEmbeddedStore(folder, { identity: start() });
      return store;
    },
    dispose: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

storeContract("the embedded home", open, { thorough: true });
