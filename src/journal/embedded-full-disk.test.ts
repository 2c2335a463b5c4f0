import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { smallDisk } from "../../testdata/small-disk.ts";
import { Journal } from "./journal.ts";
import { listOf } from "../store/contract/samples.ts";
import { openEmbeddedStore } from "../store/embedded/open.ts";

const { path: disk, trouble, skipped } = smallDisk(24);

it.skipIf(skipped)("goes on recording on a full disk and writes everything once there is space", async () => {
  expect(trouble, "mounting a tmpfs").toBeNull();
  const ballast = join(disk, "ballast");
  writeFileSync(ballast, Buffer.alloc(12 * 2 ** 20));
  const folder = join(disk, "data");
  const store = await openEmbeddedStore(folder);
  const journal = await Journal.open({
    store,
    now: Date.now,
    maxBatch: 500,
    retry: { first: 5, longest: 50 },
  });
  let number = 0;
  const record = (): void => {
    for (let i = 0; i < 200; i++) {
      number += 1;
      const raw = `[2,"${number}","Heartbeat",{"pad":"${"x".repeat(600)}"}]`;
      journal.record({
        station: "CS-1",
        connection: "1",
        dialect: "1.6J",
        direction: "out",
        kind: "call",
        raw,
      }).messageId = String(number);
    }
  };
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

  // Not further ahead of the disk than will fit on it later.
  while (journal.status().failing === null) {
    if (journal.status().pending < 1000) record();
    await turn();
  }
  expect(journal.status().failing).toMatch(/full|I\/O|disk/);
  const acknowledged = journal.status().stored;
  expect(acknowledged).toBeGreaterThan(0);
  for (let i = 0; i < 5; i++) {
    record();
    await turn();
  }
  // Readable all the while, and exactly what was acknowledged.
  expect(await store.frames.count({})).toBe(journal.status().stored);
  expect(journal.status().pending).toBe(number - journal.status().stored);

  rmSync(ballast);
  await journal.flush();
  expect(journal.status()).toMatchObject({ pending: 0, stored: number, failing: null });
  await journal.close();
  await store.close();

  const again = await openEmbeddedStore(folder);
  const found = (await listOf(again.frames.stream({}))).map((frame) => frame.messageId);
  await again.close();
  expect(found).toEqual(Array.from({ length: number }, (_, i) => String(i + 1)));
});
