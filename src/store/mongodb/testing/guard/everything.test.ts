import { spawn } from "node:child_process";
import { once } from "node:events";
import { MongoClient } from "mongodb";
import { expect, onTestFinished, test } from "vitest";
import { describeWithMongo } from "../describe.ts";
import { sharedMongo } from "../shared.ts";
import { unguarded } from "./clients.ts";
import { guardEnvironment } from "./environment.ts";
import { violations } from "./everything.ts";

/** Asks what a time series must not be asked; its name is known, although nobody saw how it was made. */
const program = (imports: string): string => `
  ${imports}
  const client = new MongoClient(process.argv[1]);
  await client.db(process.argv[2]).collection("frames").distinct("meta.station");
  await client.close();`;

async function child(imports: string, env: NodeJS.ProcessEnv): Promise<void> {
  const server = await sharedMongo();
  const args = ["--input-type=module", "-e", program(imports), server.uri, server.database()];
  const options = { cwd: import.meta.dirname, stdio: "inherit", env } as const;
  expect(await once(spawn(process.execPath, args, options), "close")).toEqual([0, null]);
}

describeWithMongo("the guard before everything", {}, () => {
  test("finds what any client of this process does, once, and lets those pass that break rules on purpose", async () => {
    const server = await sharedMongo();
    for (const options of [{}, unguarded]) {
      const client = new MongoClient(server.uri, options);
      onTestFinished(() => client.close());
      const db = client.db(server.database());
      await db.collection("frames").distinct("meta.station");
      await db.collection("frames").distinct("meta.station");
    }
    const found = violations();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/ts-distinct: distinct on .*\.frames/);
  });

  test.fails("lets the test fail during which something was found", async () => {
    const server = await sharedMongo();
    const client = new MongoClient(server.uri);
    await client.db(server.database()).collection("meter_samples").distinct("meta.station");
    await client.close();
  });

  test("knows an ordinary collection that has the name of a time series", async () => {
    const server = await sharedMongo();
    const [one, other] = [new MongoClient(server.uri), new MongoClient(server.uri)];
    onTestFinished(() => one.close());
    onTestFinished(() => other.close());
    const name = server.database();
    await one.db(name).createCollection("frames");
    await other.db(name).collection("frames").distinct("meta.station");
    expect(violations()).toEqual([]);
    await one.db(name).dropDatabase();
    await other.db(name).collection("frames").distinct("meta.station");
    expect(violations()).toHaveLength(1);
  });

  test.each([
    ["imports", 'import { MongoClient } from "mongodb";'],
    ["imports when it needs it", 'const { MongoClient } = await import("mongodb");'],
    [
      "requires",
      'import { createRequire } from "node:module"; const { MongoClient } = createRequire(process.cwd() + "/x.js")("mongodb");',
    ],
  ])("finds what a process does that %s the driver", async (_, imports) => {
    await child(imports, { PATH: process.env["PATH"], ...guardEnvironment() });
    const found = violations();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/ts-distinct: distinct on .*\.frames/);
    await child(imports, process.env);
    expect(violations()).toHaveLength(1);
    expect(violations()).toEqual([]);
  });
});
