import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rowsOf, sections } from "../canonical.ts";
import { batchOf, frameMaker } from "../contract/samples.ts";
import { fill, newFolder } from "../copy/testing/homes.ts";
import { StoreOpenError } from "../open-error.ts";
import { openEmbeddedStore } from "./open.ts";

const pageSize = 4096;

/** Everything that reads or writes; gives what it was refused with. */
async function useAll(folder: string): Promise<unknown[]> {
  const refusals: unknown[] = [];
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    await work().catch((error: unknown) => refusals.push(error));
  };
  await attempt(async () => {
    const store = await openEmbeddedStore(folder, { identity: { writer: "x/1", name: "x", folder: "f" } });
    for (const section of sections) {
      await attempt(async () => {
        for await (const _ of rowsOf(store, section)) continue;
      });
    }
    await attempt(() => store.inventory());
    await attempt(() => store.append(batchOf({ writer: "x/1", frames: [frameMaker()()] })));
    await attempt(() => store.documents.put("stations", "A", 1, { by: "test" }));
    await store.close();
  });
  return refusals;
}

test("a page damaged inside the database is told with the file and what to do, whichever it is", async () => {
  const whole = newFolder();
  const store = await openEmbeddedStore(whole);
  await fill(store);
  await store.close();
  const name = "stationmaster.db";
  const good = readFileSync(join(whole, name));
  let noticed = 0;
  for (const page of [3, 4, 5, 6, 7, 21, 33]) {
    const folder = newFolder();
    cpSync(whole, folder, { recursive: true });
    const bytes = Buffer.from(good);
    bytes.fill(0xa5, (page - 1) * pageSize, page * pageSize);
    writeFileSync(join(folder, name), bytes);
    const refusals = await useAll(folder);
    noticed += refusals.length > 0 ? 1 : 0;
    for (const error of refusals) {
      expect(error).toBeInstanceOf(StoreOpenError);
      expect(error).toMatchObject({
        reason: "corrupt",
        message: expect.stringMatching(
          new RegExp(`^${join(folder, name)} is damaged \\(.+\\)\\. .*store restore`),
        ),
      });
    }
  }
  expect(noticed).toBeGreaterThan(3);
});
