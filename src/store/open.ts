import { resolve } from "node:path";
import type { InForce } from "../config/load.ts";
import type { Config } from "../config/schema.ts";
import { isMongoUri } from "./mask-uri.ts";
import type { Store, StoreIdentity } from "./store.ts";

/** Which home, and why this one: `why` goes on from "because". */
export type HomeChoice =
  | { kind: "embedded"; folder: string; why: string }
  | {
      kind: "mongodb";
      /** With its secrets: show `maskUri(uri)`. */
      uri: string;
      database: string | null;
      /** Days; 0 is never. */
      expire: { frames: number; samples: number; events: number };
      why: string;
    };

/** `server.store`, then `mongodb.uri`, then MONGODB_URI, then the data folder. */
export function chooseHome(config: Config, inForce: readonly InForce[]): HomeChoice {
  const { store } = config.server;
  const { uri } = config.mongodb;
  const sourceOf = (name: string): string =>
    inForce.find(({ setting }) => setting.name === name)?.source ?? "default";
  if (store === "embedded") {
    return embeddedHome(config.server.data, `server.store says so (${sourceOf("server.store")})`);
  }
  if (store !== null && isMongoUri(store)) {
    return mongoHome(config, store, `server.store says so (${sourceOf("server.store")})`);
  }
  if (uri !== null) {
    const source = sourceOf("mongodb.uri");
    const set =
      source === "environment MONGODB_URI" ? "MONGODB_URI is set" : `mongodb.uri is set (${source})`;
    return mongoHome(config, uri, set);
  }
  if (store === "mongodb") throw new TypeError("server.store is mongodb, but no server is named");
  return embeddedHome(config.server.data, "no MongoDB is configured");
}

/** The home at a place: a connection string, or the path of a data folder. */
export function homeAt(config: Config, place: string, why: string): HomeChoice {
  return isMongoUri(place) ? mongoHome(config, place, why) : embeddedHome(place, why);
}

/**
 * Opens a home. `command`: only for a while, so nobody is entered among the writers where that is possible, and what
 * expires when stays as it is. `look`: only to read, so a MongoDB must be a store already and stays as it is. Rejects with
 * `StoreOpenError` when that is not possible. `locked`: the caller holds the lock of the embedded home's folder. `unfinished`: to
 * go on with a copy or restore, or to look at it. `tell` hears what the opening waits for, when that takes long.
 */
export async function openStore(
  choice: HomeChoice,
  identity: StoreIdentity,
  options: {
    locked?: boolean;
    command?: boolean;
    look?: boolean;
    unfinished?: boolean;
    tell?: (text: string) => void;
  } = {},
): Promise<Store> {
  if (choice.kind === "embedded") {
    const { openEmbeddedStore } = await import("./embedded/open.ts");
    const { command, look: _, ...rest } = options;
    return await openEmbeddedStore(choice.folder, command === true ? rest : { ...rest, identity });
  }
  const { openMongoStore } = await import("./mongodb/open.ts");
  const { uri, database, expire } = choice;
  return await openMongoStore({
    uri,
    identity,
    ...(options.command === true ? {} : { expire }),
    ...(options.look === true ? { look: true } : {}),
    ...(options.unfinished === true ? { unfinished: true } : {}),
    ...(database === null ? {} : { database }),
  });
}

function embeddedHome(folder: string, why: string): HomeChoice {
  return { kind: "embedded", folder: resolve(folder), why };
}

function mongoHome(config: Config, uri: string, why: string): HomeChoice {
  const { database, expireFrames, expireSamples, expireEvents } = config.mongodb;
  const expire = { frames: expireFrames, samples: expireSamples, events: expireEvents };
  return { kind: "mongodb", uri, database, expire, why };
}
