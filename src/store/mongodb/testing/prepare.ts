import { MongoClient } from "mongodb";
import type { MongoUser } from "./options.ts";

const root = [{ role: "root", db: "admin" }];

/** Runs `work` with a short-lived client. */
export async function withClient<T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 60_000 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

/** Makes a new mongod the only member of its replica set and waits until it takes writes. */
export async function initiate(address: string): Promise<void> {
  await withClient(`mongodb://${address}/?directConnection=true`, async (client) => {
    const members = [{ _id: 0, host: address }];
    await client.db("admin").command({ replSetInitiate: { _id: "stationmaster", members } });
  });
  await withClient(`mongodb://${address}/`, (client) => client.db("admin").command({ ping: 1 }));
}

/** Creates users on a server that does not ask for them yet. */
export async function createUsers(address: string, users: readonly MongoUser[]): Promise<void> {
  await withClient(`mongodb://${address}/`, async (client) => {
    for (const { user, password, roles = root } of users) {
      if (password === undefined) {
        const external = client.db("$external");
        const command = { createUser: user, roles };
        // SecantusDB wants the mechanism named; MongoDB knows it by the database.
        await external
          .command(command)
          .catch(() => external.command({ ...command, mechanisms: ["MONGODB-X509"] }));
      } else {
        const command = { createUser: user, pwd: password, roles, mechanisms: ["SCRAM-SHA-256"] };
        await client.db("admin").command(command);
      }
    }
  });
}

/** What the server says of its version. */
export async function serverVersion(uri: string): Promise<string> {
  const info = await withClient(uri, (client) => client.db("admin").command({ buildInfo: 1 }));
  return String(info["version"]);
}
