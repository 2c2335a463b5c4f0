import { MongoClient } from "mongodb";
import type { Db, MongoClientOptions } from "mongodb";
import { databaseOf } from "../mask-uri.ts";
import { writeConcern } from "./append/insert.ts";
import { badAddress, openFailure } from "./open-failure.ts";
import { readGreeting } from "./server-facts.ts";
import type { Greeting } from "./server-facts.ts";

export interface Address {
  uri: string;
  /** Default: the path of the URI, or `stationmaster`. */
  database?: string;
  appName?: string;
  /** Gets the client, with command monitoring on, before its first command. */
  observe?: (client: MongoClient) => void;
}

export interface Connected {
  client: MongoClient;
  db: Db;
  greeting: Greeting;
  /** Hosts and database: no secrets. */
  place: string;
}

/** What holds unless the URI says otherwise. */
const defaults: MongoClientOptions = {
  appName: "stationmaster",
  connectTimeoutMS: 10_000,
  serverSelectionTimeoutMS: 10_000,
  // A broken server is noticed within so long, and one that is back is found again.
  heartbeatFrequencyMS: 2000,
  retryReads: true,
  retryWrites: true,
};

/** Connects and reads the server's greeting. Rejects with `StoreOpenError`. */
export async function connect(address: Address): Promise<Connected> {
  const { uri, database, observe } = address;
  const client = clientOf(address);
  try {
    observe?.(client);
    await client.connect();
    const hosts = hostsOf(client);
    const name = database ?? databaseOf(uri);
    const db = client.db(name);
    const hello = await db.admin().command({ hello: 1 });
    const greeting = readGreeting(hello, await db.admin().command({ buildInfo: 1 }), hosts);
    return { client, db, greeting, place: `${hosts.join(",")}/${name}` };
  } catch (error) {
    await client.close();
    throw openFailure(error, uri);
  }
}

function clientOf({ uri, appName, observe }: Address): MongoClient {
  const said = new Set(
    [...new URLSearchParams(uri.split("?")[1] ?? "").keys()].map((name) => name.toLowerCase()),
  );
  const own = Object.fromEntries(Object.entries(defaults).filter(([name]) => !said.has(name.toLowerCase())));
  if (appName !== undefined) own["appName"] = appName;
  try {
    return new MongoClient(uri, {
      ...own,
      // What was acknowledged is kept, and what was written is found: not for the URI to decide.
      readPreference: "primary",
      writeConcern: { w: writeConcern.w, j: writeConcern.j, wtimeoutMS: writeConcern.wtimeout },
      monitorCommands: observe !== undefined,
    });
  } catch (error) {
    throw badAddress(error, uri);
  }
}

function hostsOf(client: MongoClient): string[] {
  const { srvHost, hosts } = client.options;
  return srvHost === undefined || srvHost === "" ? hosts.map((host) => host.toString()) : [srvHost];
}
