import { resolve } from "node:path";
import { isMongoUri } from "../store/mask-uri.ts";
import type { HomeChoice } from "../store/open.ts";
import type { InForce } from "./load.ts";
import type { Config } from "./schema.ts";

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

function embeddedHome(folder: string, why: string): HomeChoice {
  return { kind: "embedded", folder: resolve(folder), why };
}

function mongoHome(config: Config, uri: string, why: string): HomeChoice {
  const { database, expireFrames, expireSamples, expireEvents } = config.mongodb;
  const expire = { frames: expireFrames, samples: expireSamples, events: expireEvents };
  return { kind: "mongodb", uri, database, expire, why };
}
