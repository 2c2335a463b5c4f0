import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { describeWithMongo } from "../store/mongodb/testing/describe.ts";
import { sharedMongo } from "../store/mongodb/testing/shared.ts";
import { startMongo } from "../store/mongodb/testing/server.ts";
import { free, newFolder, Process, run } from "./testing/process.ts";

async function database(): Promise<string> {
  const server = await sharedMongo();
  const [before = "", query] = server.uri.split("?");
  return `${before.replace(/\/$/, "")}/${server.database()}${query === undefined ? "" : `?${query}`}`;
}

interface Listed {
  items: { id: string; process?: string; link: { state: string } }[];
}

async function stations(url: string): Promise<Listed["items"]> {
  return ((await (await fetch(`${url}api/stations`)).json()) as Listed).items;
}

async function send(method: string, url: string, body?: unknown): Promise<{ status: number; text: string }> {
  const response = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  });
  return { status: response.status, text: await response.text() };
}

describe("without a database", () => {
  test("'store' and each of its commands tell what they do", async () => {
    const help = await run(["store", "--help"]);
    expect(help).toMatchObject({ code: 0, error: "" });
    for (const word of ["status", "init", "migrate", "backup", "restore", "copy", "shard"])
      expect(help.out).toContain(word);
    expect((await run(["store", "copy", "--help"])).out).toMatch(/--from=[^]*--to=[^]*EXIT CODES/);
  });

  test.each([
    [["store"], "say what to do with the store. Allowed: status, init"],
    [["store", "backpu"], 'unknown command "store backpu". Did you mean backup?'],
    [["store", "backup"], "say which file to write"],
    [["store", "copy", "--from", "a"], "flag --to is required"],
    [["store", "copy", "--from", "mongodb", "--to", "a"], "neither is set"],
    [
      ["store", "copy", "--from", "a", "--to", "mongo://u:secret@h/x"],
      "flag --to names an address that is no store",
    ],
    [["store", "copy", "--from", "http://h/x", "--to", "a"], "flag --from names an address that is no store"],
    [["store", "status", "--data", "mongodb://u:secret@h/x"], "server.data cannot be the value given"],
    [["serve", "--data", "mongo://u:secret@h/x"], "server.data cannot be the value given"],
    [["serve", "--store", "mongodb"], "server.store is mongodb, but no server is named"],
    [["serve", "--store", "mongo://u:secret@h"], "server.store cannot be the value given"],
  ])("wrong usage ends with 2: %j", async (args, text) => {
    const { code, error } = await run(args);
    expect(error).toContain(text);
    expect(error).not.toContain("secret");
    expect(code).toBe(2);
  });

  test.each([
    [["store", "status"], "There is no Stationmaster data in"],
    [["store", "shard"], "The embedded store cannot be sharded"],
    [["store", "restore", "none.gz"], "none.gz cannot be used: ENOENT"],
    [["store", "restore", "package.json"], "cannot be used"],
  ])("what cannot be done ends with 3: %j", async (args, text) => {
    const { code, error } = await run(args);
    expect(error).toContain(text);
    expect(error).not.toContain("    at ");
    expect(code).toBe(3);
  });

  test("a server that cannot be reached: 3, what and where, without the password", async () => {
    const nobody = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => nobody.once("listening", resolve));
    const { port } = nobody.address() as AddressInfo;
    await new Promise((resolve) => nobody.close(resolve));
    const uri = `mongodb://user:secret@127.0.0.1:${port}/x?serverSelectionTimeoutMS=500`;
    for (const args of [
      ["serve", ...free],
      ["store", "status"],
      ["export", "frames"],
    ]) {
      const { code, out, error } = await run(args, { env: { MONGODB_URI: uri } });
      expect([code, error]).toEqual([3, expect.stringContaining(`127.0.0.1:${port}`)]);
      expect(out + error).not.toContain("secret");
      expect(error).not.toContain("    at ");
    }
  });
});

test("a backup through the running server, restored, exported and copied; nobody else gets it", async () => {
  const folder = newFolder();
  const server = new Process(["serve", ...free], { folder });
  const url = await server.printed(/Web app and API +(\S+)/);
  await vi.waitFor(async () => {
    expect((await stations(url)).map(({ link }) => link.state)).toEqual(["online", "online", "online"]);
  });
  expect(await send("GET", `${url}api/backup`)).toMatchObject({ status: 403 });
  const status = await run(["store", "status", "--json"], { folder });
  expect(JSON.parse(status.out)).toMatchObject({ home: { kind: "embedded" }, schema: expect.any(Number) });
  const backup = await run(["store", "backup", "x.gz"], { folder });
  expect(backup).toMatchObject({
    code: 0,
    error: "",
    out: expect.stringContaining("x.gz is written and was read back"),
  });
  expect(await run(["store", "backup", "x.gz"], { folder })).toMatchObject({ code: 3 });
  server.child.kill("SIGTERM");
  expect((await server.ended).code).toBe(0);
  const restored = await run(["store", "restore", "x.gz", "--data", "b"], { folder });
  expect(restored).toMatchObject({
    code: 0,
    out: expect.stringContaining("Everything is there, as it was."),
  });
  const copied = await run(["store", "copy", "--from", "b", "--to", "c"], { folder });
  expect(copied).toMatchObject({ code: 0, out: expect.stringContaining("Everything is there, as it was.") });
  const [b, c] = await Promise.all(
    ["b", "c"].map((data) => run(["export", "frames", "--data", data], { folder })),
  );
  expect(b?.out).toContain("BootNotification");
  expect(c?.out).toBe(b?.out);
  expect(await run(["store", "restore", "x.gz", "--data", "b"], { folder })).toMatchObject({ code: 3 });
});

test("a damaged database ends every command with 3, its file and what to do", async () => {
  const folder = newFolder();
  expect(await run(["store", "init"], { folder })).toMatchObject({ code: 0 });
  expect(await run(["store", "backup", "good.gz"], { folder })).toMatchObject({ code: 0 });
  const file = join(folder, "data", "stationmaster.db");
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xa5, 2 * 4096, 7 * 4096));
  for (const args of [
    ["serve", ...free],
    ["store", "status"],
    ["store", "migrate"],
    ["store", "backup", "x.gz"],
    ["store", "restore", "good.gz"],
    ["export", "frames"],
  ]) {
    const { code, error } = await run(args, { folder });
    expect([args[1], code, error]).toEqual([
      args[1],
      3,
      expect.stringContaining(`${file} is damaged (database disk image is malformed). Keep a copy`),
    ]);
    expect(error).not.toContain("    at ");
  }
});

test("a store is not copied onto itself, whatever its folder is called", async () => {
  const folder = newFolder();
  expect(await run(["store", "init"], { folder })).toMatchObject({ code: 0 });
  symlinkSync("data", join(folder, "link"));
  for (const to of ["data", "./x/../data", join(folder, "data"), "link", "embedded"]) {
    const { code, error } = await run(["store", "copy", "--from", "data", "--to", to], { folder });
    expect([code, error]).toEqual([2, expect.stringContaining("--from and --to name the same store")]);
  }
  expect(await run(["store", "copy", "--from", "data", "--to", "b"], { folder })).toMatchObject({ code: 0 });
});

test("an audit keeps its run where a store is named", async () => {
  const folder = newFolder();
  const audit = ["audit", "sandbox", "--dialect", "1.6J", "--case", "TC_001", "--report", "json"];
  const kept = await run([...audit, "--data", "kept"], { folder });
  expect(kept.out).toMatch(/Kept as run \w{26} in \S+kept, with \d+ findings/);
  const status = JSON.parse((await run(["store", "status", "--json", "--data", "kept"], { folder })).out) as {
    collections: { collection: string; count: number }[];
  };
  expect(status.collections).toContainEqual(expect.objectContaining({ collection: "runs", count: 1 }));
  await run(audit, { folder });
  expect(existsSync(join(folder, "data"))).toBe(false);
});

test("an audit is kept through the server that runs on the data folder, if that one lets it", async () => {
  const folder = newFolder();
  const token = "0123456789abcdef";
  const env = { STATIONMASTER_TOKEN: token };
  const server = new Process(["serve", ...free, "--application-demo-stations", "false"], { folder, env });
  const url = await server.printed(/Web app and API +(http:\/\/[^/\s]+)/);
  const audit = ["audit", "sandbox", "--dialect", "1.6J", "--case", "TC_001", "--report", "json", "--keep"];
  const refused = await run(audit, { folder });
  expect(refused).toMatchObject({ code: 3, error: expect.stringContaining("needs its token") });
  // Known before the CSMS is bothered.
  expect(existsSync(join(folder, "audit-report"))).toBe(false);
  const kept = await run(audit, { folder, env });
  expect(kept).toMatchObject({ code: 0, error: expect.any(String) });
  const [, id] = /Kept as run (\w{26}) in \S+data, through its server at http/.exec(kept.out) ?? [];
  const headers = { Authorization: `Bearer ${token}` };
  const listed = (await (await fetch(`${url}/api/runs`, { headers })).json()) as Listed;
  expect(listed.items).toMatchObject([{ id, dialect: "1.6J", verdict: "pass" }]);
  server.child.kill("SIGTERM");
  expect((await server.ended).code).toBe(0);
  expect((await run(audit, { folder })).out).toMatch(/Kept as run \w{26} in \S+data, with/);
});

describeWithMongo("a copy from one database to itself", {}, () => {
  test("is refused by whatever address, and leaves it as it is", async () => {
    const uri = await database();
    const other = uri.replace("127.0.0.1", "localhost");
    expect(await run(["store", "init", "--store", uri])).toMatchObject({ code: 0 });
    for (const to of [uri, `${other}${other.includes("?") ? "&" : "?"}appName=x`]) {
      const { code, error } = await run(["store", "copy", "--from", uri, "--to", to]);
      expect([code, error]).toEqual([2, expect.stringContaining("--from and --to name the same store")]);
    }
    expect(await run(["store", "backup", "x.gz", "--store", uri])).toMatchObject({ code: 0 });
  });
});

describeWithMongo("several processes on one database", {}, () => {
  test("see each other's stations; one name is one process; after kill -9 it is back at once", async () => {
    const uri = await database();
    const folders = { lab1: newFolder(), lab2: newFolder() };
    const start = (name: "lab1" | "lab2", folder = folders[name]): Process =>
      new Process(["serve", "--name", name, ...free, "--application-demo-stations", "false"], {
        folder,
        env: { MONGODB_URI: uri },
      });
    const first = start("lab1");
    const one = await first.printed(/Web app and API +(\S+)/);
    expect(await first.printed(/Store +(MongoDB.*)/)).toMatch(
      /^MongoDB \S+ at \S+, because MONGODB_URI is set$/,
    );
    const second = start("lab2");
    const two = await second.printed(/Web app and API +(\S+)/);
    expect((await send("POST", `${one}api/stations`, { id: "MINE", dialect: "1.6J" })).status).toBe(201);
    await vi.waitFor(async () => {
      expect(await stations(two)).toMatchObject([{ id: "MINE", process: "lab1", link: { state: "online" } }]);
    });
    // The frames of both are in both.
    await vi.waitFor(async () => {
      const frames = await send("GET", `${two}api/frames?station=MINE&action=BootNotification`);
      expect(JSON.parse(frames.text)).toMatchObject({
        items: [{ writer: expect.stringMatching(/^lab1\//) }, {}],
      });
    });
    for (const [method, body] of [
      ["PATCH", { seed: 1 }],
      ["PATCH", { process: "lab2" }],
      ["DELETE", undefined],
    ] as const) {
      expect(await send(method, `${two}api/stations/MINE`, body)).toMatchObject({
        status: 409,
        text: expect.stringContaining('runs in process \\"lab1\\"'),
      });
    }
    expect((await send("POST", `${two}api/stations`, { id: "MINE", dialect: "1.6J" })).status).toBe(409);
    const twin = await start("lab1", newFolder()).ended;
    expect([twin.code, twin.error]).toEqual([
      3,
      expect.stringContaining('Another Stationmaster named "lab1"'),
    ]);

    first.child.kill("SIGKILL");
    await first.ended;
    const again = start("lab1");
    const anew = await again.printed(/Web app and API +(\S+)/);
    await vi.waitFor(async () => {
      expect(await stations(anew)).toMatchObject([{ id: "MINE", link: { state: "online" } }]);
    });
    expect((await send("DELETE", `${anew}api/stations/MINE`)).status).toBe(204);
    await vi.waitFor(async () => expect(await stations(two)).toEqual([]));
    for (const process of [again, second]) {
      process.child.kill("SIGTERM");
      expect((await process.ended).code).toBe(0);
    }
    const exported = await run(["export", "frames", "--store", uri, "--format", "ndjson"], {
      folder: newFolder(),
    });
    expect(exported.out).toContain("BootNotification");
    const shard = await run(["store", "shard", "--store", uri]);
    expect(shard.out).toMatch(
      /^sh\.enableSharding\("\w+"\)\n[^]*sh\.shardCollection\("\w+\.frames", \{"meta\.station":1/,
    );
    expect(await run(["store", "shard", "--store", uri, "--apply"])).toMatchObject({
      code: 3,
      error: expect.stringContaining("is no sharded cluster"),
    });
  });
});

describeWithMongo("a server that asks who one is", { own: true }, () => {
  test("a wrong password: 3, and why, without it", async () => {
    const server = await startMongo({ auth: { user: "alice", password: "right-one" } });
    onTestFinished(() => server.stop());
    const uri = server.uri.replace("right-one", "wrong-one");
    const { code, out, error } = await run(["serve", ...free, "--store", uri]);
    expect([code, error]).toEqual([3, expect.stringMatching(/user|password|authent/i)]);
    expect(out + error).not.toContain("wrong-one");
    expect(readFileSync(import.meta.filename, "utf8")).toContain("wrong-one");
  });
});
