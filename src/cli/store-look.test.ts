import { join } from "node:path";
import { MongoClient } from "mongodb";
import { expect, onTestFinished, test } from "vitest";
import { describeWithMongo } from "../store/mongodb/testing/describe.ts";
import { startMongo } from "../store/mongodb/testing/server.ts";
import { newFolder, run } from "./testing/process.ts";

describeWithMongo("commands that only look", { own: true }, () => {
  test("change nothing in a database, and need no more than the right to read", async () => {
    const server = await startMongo({
      auth: [
        { user: "root", password: "root" },
        { user: "reader", password: "reader", roles: [{ role: "read", db: "kept" }] },
      ],
    });
    onTestFinished(() => server.stop());
    const client = new MongoClient(server.uri);
    onTestFinished(() => client.close());
    const folder = newFolder();
    const at = (user: string, database: string): string =>
      `mongodb://${user}:${user}@${server.address}/${database}?authSource=admin`;

    const none = at("root", "nothing-here");
    for (const args of [
      ["store", "status", "--store", none],
      ["store", "migrate", "--store", none],
      ["store", "backup", join(folder, "none.gz"), "--store", none],
      ["store", "copy", "--from", none, "--to", join(folder, "none")],
      ["export", "frames", "--store", none],
    ]) {
      const { code, error } = await run(args, { folder });
      expect([args, code, error]).toEqual([
        args,
        3,
        expect.stringContaining("There is no Stationmaster store"),
      ]);
      expect(error).toContain("nothing-here");
    }
    const names = (await client.db("admin").admin().listDatabases()).databases.map(({ name }) => name);
    expect(names).not.toContain("nothing-here");

    expect(await run(["store", "init", "--store", at("root", "kept")], { folder })).toMatchObject({
      code: 0,
    });
    const kept = client.db("kept");
    expect(await kept.collection("writers").countDocuments()).toBe(0);
    const reader = at("reader", "kept");
    for (const args of [
      ["store", "status", "--store", reader],
      ["store", "backup", join(folder, "kept.gz"), "--store", reader],
      ["store", "copy", "--from", reader, "--to", join(folder, "copied")],
      ["export", "frames", "--store", reader],
    ]) {
      const { code, error } = await run(args, { folder });
      expect([args, code, error]).toEqual([args, 0, ""]);
    }
    for (const name of ["writers", "server", "stations"])
      expect([name, await kept.collection(name).countDocuments()]).toEqual([name, 0]);
  });
});
