import { join } from "node:path";
import { expect, test } from "vitest";
import { writeBackupFile, zipped } from "../store/backup/file.ts";
import { backupText } from "../store/backup/write.ts";
import { fill, newHome, openEnd } from "../store/copy/testing/homes.ts";
import { describeWithMongo } from "../store/mongodb/testing/describe.ts";
import type { StoreStatus } from "../store/status.ts";
import { newFolder, run } from "./testing/process.ts";

const proven = { code: 0, error: "", out: expect.stringContaining("Everything is there, as it was.") };

/** Flags that name an empty home. */
async function target(kind: "embedded" | "mongodb"): Promise<string[]> {
  const choice = await newHome(kind);
  if (choice.kind === "embedded") return ["--data", choice.folder];
  return ["--store", choice.uri, "--mongodb-database", choice.database ?? ""];
}

/** A folder with a store in `from` and its backup `x.gz`. */
async function sourceFolder(): Promise<string> {
  const folder = newFolder();
  const source = await openEnd({ kind: "embedded", folder: join(folder, "from"), why: "" });
  await fill(source.store);
  await writeBackupFile(zipped(backupText(source.store, { product: "1", now: 0 })), join(folder, "x.gz"));
  await source.store.close();
  return folder;
}

async function intoReady(kind: "embedded" | "mongodb"): Promise<void> {
  const folder = await sourceFolder();
  const forEver = ["frames", "samples", "events"].flatMap((name) => [`--mongodb-expire-${name}`, "0"]);
  const into = await target(kind);
  expect(await run(["store", "init", ...into, ...forEver], { folder })).toMatchObject({ code: 0 });
  expect(await run(["store", "restore", "x.gz", ...into, ...forEver], { folder })).toMatchObject(proven);
  const other = await target(kind);
  expect(await run(["store", "init", ...other, ...forEver], { folder })).toMatchObject({ code: 0 });
  const [flag, place = "", ...database] = other;
  const copy = ["store", "copy", "--from", "from", "--to", place, ...database, ...forEver];
  expect([flag, await run(copy, { folder })]).toMatchObject([flag, proven]);
}

test("a folder that init made ready takes a restore and a copy", () => intoReady("embedded"));

describeWithMongo("carrying into a database", {}, () => {
  test("that init made ready: a restore and a copy", () => intoReady("mongodb"));

  test("that keeps things too shortly: refused, unless a flag says longer, which is then so", async () => {
    const folder = await sourceFolder();
    const into = await target("mongodb");
    const [, uri = "", ...database] = into;
    expect(await run(["store", "init", ...into], { folder })).toMatchObject({ code: 0 });
    const restore = ["store", "restore", "x.gz", ...into];
    const copy = ["store", "copy", "--from", "from", "--to", uri, ...database];
    const expiry = async (): Promise<StoreStatus["expire"]> => {
      const { out } = await run(["store", "status", "--json", ...into], { folder });
      return (JSON.parse(out) as StoreStatus).expire;
    };
    const before = await expiry();
    expect(before).toMatchObject({ frames: 30 * 86_400, meter_samples: 30 * 86_400 });
    // What the settings say of a store that is there changes nothing, so it helps nothing.
    const env = { STATIONMASTER_MONGODB_EXPIRE_FRAMES: "0" };
    for (const args of [restore, copy]) {
      expect(await run(args, { folder, env })).toMatchObject({
        code: 3,
        error: expect.stringMatching(
          /frames is of 2\S+, and the target keeps them for 30 days.*--mongodb-expire-frames 0/,
        ),
      });
    }
    expect(await expiry()).toEqual(before);
    const long = ["--mongodb-expire-frames", "24000", "--mongodb-expire-samples", "0"];
    expect(await run([...restore, ...long], { folder })).toMatchObject({
      code: 3,
      error: expect.stringContaining("--mongodb-expire-events 0"),
    });
    expect(await expiry()).toEqual(before);
    const all = [...long, "--mongodb-expire-events", "0"];
    expect(await run([...copy, ...all], { folder })).toMatchObject({
      ...proven,
      out: expect.stringMatching(
        /Everything is there, as it was\.\nThe target keeps frames 24000 days, samples for ever, events for ever\. .*mongodb\.expireFrames 24000,.*starts/,
      ),
    });
    // What belongs to frames stays a day longer. The tests' server may not show how a time series was changed.
    const after = await expiry();
    expect(after).toMatchObject({ answers: 24_001 * 86_400, frame_parts: 24_001 * 86_400 });
    // Where it is not taken it changes nothing either.
    const back = ["frames", "samples", "events"].flatMap((name) => [`--mongodb-expire-${name}`, "23999"]);
    expect(await run([...restore, ...back], { folder })).toMatchObject({
      code: 3,
      error: expect.stringContaining("is not empty"),
    });
    expect(await expiry()).toEqual(after);
  });

  test("that is not there yet: what a server with the settings would remove is refused", async () => {
    const folder = await sourceFolder();
    const into = await target("mongodb");
    const restore = ["store", "restore", "x.gz", ...into];
    expect(await run(restore, { folder })).toMatchObject({
      code: 3,
      error: expect.stringContaining(
        "a server with these settings (mongodb.expireFrames) keeps them for 30 days",
      ),
    });
    const nothing = await run(["store", "status", ...into], { folder });
    expect(nothing.error).toContain("There is no Stationmaster store");
    const env = Object.fromEntries(
      ["FRAMES", "SAMPLES", "EVENTS"].map((name) => [`STATIONMASTER_MONGODB_EXPIRE_${name}`, "0"]),
    );
    expect(await run(restore, { folder, env })).toMatchObject({
      code: 0,
      error: "",
      out: expect.stringMatching(/Everything is there, as it was\.\n$/),
    });
  });
});
