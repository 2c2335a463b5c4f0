import { MongoServerError } from "mongodb";
import type { Db, Document } from "mongodb";
import { StoreOpenError } from "../open-error.ts";
import { collectionNames, collections } from "./collections.ts";
import { neverExpiring } from "./series-time.ts";

/** What a server is and can do; learnt once, when the home is opened. */
export interface ServerFacts {
  /** `MongoDB`, or whose server speaks its protocol. */
  product: "MongoDB" | "FerretDB" | "DocumentDB" | "Cosmos DB";
  version: string;
  topology: "stand-alone" | "replica set" | "sharded";
  /** Otherwise `frames`, `meter_samples` and `transaction_events` are ordinary collections with the same documents. */
  timeSeries: boolean;
  changeStreams: boolean;
  /** Several documents, all or none. */
  transactions: boolean;
  /**
   * The server knows a repeated write by its number (retryable writes); tried, since some accept the number and forget it.
   * Null: not tried, by whoever only looks.
   */
  knowsRepetitions: boolean | null;
  /** And when some of a command's documents come again, it knows each by its place. */
  knowsPlaces: boolean;
  /** Time series that hold a time which keeps MongoDB from removing anything from them (series-time.ts). */
  neverExpiring: readonly string[];
}

/** What `hello` and `buildInfo` say, before anything was tried. */
export type Greeting = Pick<ServerFacts, "product" | "version" | "topology">;

const oldest = 6;

/**
 * Reads the server's greeting. Throws `StoreOpenError` when it is too old or takes no writes. `hosts`: as in the URI, since
 * two of the servers that are not MongoDB's tell themselves apart only there.
 */
export function readGreeting(hello: Document, buildInfo: Document, hosts: readonly string[]): Greeting {
  const version = String(buildInfo["version"] ?? "unknown");
  const product = productOf(buildInfo, hosts);
  if (hello["isWritablePrimary"] !== true && hello["ismaster"] !== true) {
    const set = typeof hello["setName"] === "string" ? ` of the replica set ${hello["setName"]}` : "";
    const primary = typeof hello["primary"] === "string" ? ` The primary is ${hello["primary"]}.` : "";
    throw new StoreOpenError(
      "read-only",
      `${hosts.join(", ")} is a read-only member${set}, and Stationmaster must write.${primary} ` +
        "Name the primary, or leave out directConnection and name the set with replicaSet.",
    );
  }
  const major = Number.parseInt(version, 10);
  // The others count their versions their own way; what they lack is tried.
  if (product === "MongoDB" && !(major >= oldest)) {
    throw new StoreOpenError(
      "too-old",
      `${hosts.join(", ")} runs MongoDB ${version}; Stationmaster needs ${oldest}.0 or newer. Upgrade the server, or use the embedded store.`,
    );
  }
  return { product, version, topology: topologyOf(hello) };
}

function productOf(buildInfo: Document, hosts: readonly string[]): ServerFacts["product"] {
  if (Object.keys(buildInfo).some((key) => key.toLowerCase().startsWith("ferretdb"))) return "FerretDB";
  const ends = (end: string): boolean => hosts.some((host) => host.replace(/:\d+$/, "").endsWith(end));
  if (ends(".docdb.amazonaws.com")) return "DocumentDB";
  if (ends(".cosmos.azure.com")) return "Cosmos DB";
  return "MongoDB";
}

function topologyOf(hello: Document): ServerFacts["topology"] {
  if (hello["msg"] === "isdbgrid") return "sharded";
  return typeof hello["setName"] === "string" ? "replica set" : "stand-alone";
}

/** Tries a change stream. A server may have none, have them switched off, or this user no right to them: all mean polling. */
export async function hasChangeStreams(db: Db, greeting: Greeting): Promise<boolean> {
  if (greeting.topology === "stand-alone") return false;
  const stream = db.collection("stations").watch([], { maxAwaitTimeMS: 1 });
  try {
    await stream.tryNext();
    return true;
  } catch (error) {
    if (error instanceof MongoServerError) return false;
    throw error;
  } finally {
    await stream.close();
  }
}

/** Time series from which nothing ever goes, for times that an earlier version wrote. Two looks at an index each. */
export async function seriesWithoutExpiry(db: Db): Promise<string[]> {
  const series = collectionNames.filter((name) => collections[name].timeSeries !== undefined);
  const found = await Promise.all(
    series.flatMap((name) =>
      neverExpiring.map(async (filter) => {
        const odd = await db.collection(name).findOne(filter, { projection: { _id: 0, t: 1 } });
        return odd === null ? [] : [name];
      }),
    ),
  );
  return [...new Set(found.flat())];
}
