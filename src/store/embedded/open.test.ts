import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { batchOf, frameMaker } from "../contract/samples.ts";
import { StoreOpenError } from "../open-error.ts";
import { openEmbeddedStore } from "./open.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stationmaster-open-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => join(folder, "stationmaster.db");

async function refusal(path = folder): Promise<StoreOpenError> {
  const error: unknown = await openEmbeddedStore(path).then(
    (store) => store.close(),
    (reason: unknown) => reason,
  );
  if (error instanceof StoreOpenError) return error;
  throw new Error(`no StoreOpenError but ${String(error)}`);
}

async function filled(frames: number): Promise<void> {
  const store = await openEmbeddedStore(folder);
  const frame = frameMaker();
  await store.append(batchOf({ frames: Array.from({ length: frames }, () => frame()) }));
  await store.close();
}

describe("opening the embedded store", () => {
  it("makes the folder, also nested ones", async () => {
    const store = await openEmbeddedStore(join(folder, "a", "b"));
    expect(await store.frames.count({})).toBe(0);
    await store.close();
  });

  it("refuses a second server and names the first", async () => {
    const store = await openEmbeddedStore(folder);
    const error = await refusal();
    expect([error.reason, error.message]).toEqual([
      "in-use",
      `${folder} is in use by another Stationmaster, process ${process.pid}. Stop it, or choose another data folder.`,
    ]);
    await store.documents.put("settings", "still works", true);
    await store.close();
    await (await openEmbeddedStore(folder)).close();
  });

  it("refuses while another process holds the folder, and takes over once that was killed", async () => {
    const program = `
      import { openEmbeddedStore } from ${JSON.stringify(join(import.meta.dirname, "open.ts"))};
      await openEmbeddedStore(process.argv[1]);
      process.stdout.write("open");
      setInterval(() => undefined, 1000);`;
    const args = ["--input-type=module", "-e", program, folder];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const gone = new Promise<"gone">((resolve) => child.once("exit", () => resolve("gone")));
    const started = new Promise<"started">((resolve) => child.stdout.once("data", () => resolve("started")));
    expect(await Promise.race([started, gone])).toBe("started");
    const error = await refusal();
    expect(error.message).toContain(`process ${child.pid}`);
    child.kill("SIGKILL");
    await gone;
    expect(readFileSync(join(folder, "server.pid"), "utf8")).toBe(`${child.pid}\n`);
    await (await openEmbeddedStore(folder)).close();
  });

  it("is not misled by the number of a process that lives but is somebody else", async () => {
    writeFileSync(join(folder, "server.pid"), `${process.ppid}\n`);
    await (await openEmbeddedStore(folder)).close();
  });

  it("refuses a file in the folder's place", async () => {
    writeFileSync(join(folder, "file"), "");
    expect((await refusal(join(folder, "file"))).reason).toBe("not-a-folder");
    expect((await refusal(join(folder, "file", "x"))).reason).toBe("not-a-folder");
  });

  it("refuses a folder that it cannot write", () => {
    chmodSync(folder, 0o500);
    // Nobody, since root may write everywhere.
    const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    if (process.getuid?.() === 0) chownSync(folder, 65_534, 65_534);
    const program = `import { openEmbeddedStore } from ${JSON.stringify(join(import.meta.dirname, "open.ts"))};
      await openEmbeddedStore(process.argv[1]).catch((error) => console.log(error.reason, error.message));`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program, folder], {
      encoding: "utf8",
      ...other,
    });
    chmodSync(folder, 0o700);
    expect(stdout).toBe(`not-writable The data folder ${folder} is not writable for this user.\n`);
  });

  it("refuses a place where no folder can be made", async () => {
    const error = await refusal("/proc/stationmaster/data");
    expect(error.reason).toBe("not-writable");
    expect(error.message).toContain("/proc/stationmaster/data");
  });

  it("refuses data of a newer version and leaves them alone", async () => {
    await filled(3);
    const db = new DatabaseSync(file());
    db.exec("INSERT INTO migrations VALUES (99, 'from the future', '2099-01-01')");
    db.close();
    const before = readFileSync(file());
    const error = await refusal();
    expect(error.reason).toBe("newer-version");
    expect(error.message).toContain("schema 99");
    expect(readFileSync(file()).equals(before)).toBe(true);
  });

  it("refuses another program's database and leaves it alone", async () => {
    const db = new DatabaseSync(file());
    db.exec("CREATE TABLE frames (x)");
    db.close();
    const before = readFileSync(file());
    const error = await refusal();
    expect(error.reason).toBe("foreign");
    expect(error.message).toMatch(/another program\. Name another data folder \(--data\), or move that file/);
    expect(readFileSync(file()).equals(before)).toBe(true);
  });

  it.each([
    ["that is no database", () => writeFileSync(file(), "x".repeat(10_000))],
    ["that was cut short", () => truncateSync(file(), 3 * 4096)],
    ["that lacks its last page", () => truncateSync(file(), statSync(file()).size - 4096)],
    ["whose tables are overwritten", () => scribble(0, 100, 4096)],
  ])("refuses a file %s and leaves it alone", async (_, damage) => {
    await filled(200);
    damage();
    const before = readFileSync(file());
    const error = await refusal();
    expect(error.reason).toBe("corrupt");
    expect(error.message).toContain(file());
    expect(readFileSync(file()).equals(before)).toBe(true);
  });

  it("starts over where a first start was killed before there was a schema", async () => {
    const db = new DatabaseSync(file());
    db.exec("PRAGMA journal_mode = WAL; VACUUM");
    db.close();
    await filled(2);
    mkdirSync(join(folder, "unrelated"));
    const store = await openEmbeddedStore(folder);
    expect(await store.frames.count({})).toBe(2);
    await store.close();
  });
});

function scribble(page: number, from: number, to: number): void {
  const bytes = readFileSync(file());
  bytes.fill(0xa5, page * 4096 + from, page * 4096 + to);
  writeFileSync(file(), bytes);
}
