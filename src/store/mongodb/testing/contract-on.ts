import { expect } from "vitest";
import { rounds } from "../../../../testdata/rounds.ts";
import { newFrameId } from "../../../frames/frame-id.ts";
import { storeContract } from "../../contract/contract.ts";
import type { Store, StoreIdentity } from "../../store.ts";
import { openMongoStore } from "../open.ts";
import type { MongoServer } from "./server.ts";

export interface Variant {
  /** Before a new database is made. */
  before?: (server: MongoServer) => Promise<void>;
  /** What its warnings begin with: it is the home that is meant. */
  warnings: RegExp[];
}

/** Holds the MongoDB home on a server to the store's contract. The databases go with the server, or when it is let go. */
export function contractOn(server: () => Promise<MongoServer>, { before, warnings }: Variant): void {
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
      dispose: () => store.close(),
    };
  };
  storeContract("the MongoDB home", open, { timeout: 600_000, thorough: rounds(0, 1) === 1 });
}
