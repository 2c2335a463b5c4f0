import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { batchOf, frameMaker, sampleRow } from "../contract/samples.ts";
import { openEmbeddedStore } from "./open.ts";

it("divides the whole file among the collections, and answers others meanwhile", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-inventory-"));
  const store = await openEmbeddedStore(folder);
  const frame = frameMaker();
  const frames = Array.from({ length: 3000 }, (_, i) => frame({ raw: `${i}`.repeat(100) }));
  await store.append(batchOf({ frames, samples: frames.map(({ at }) => sampleRow({ at })) }));
  const raw = frames.reduce((sum, { size }) => sum + size, 0);
  const [sizes, newest] = await Promise.all([store.inventory(), store.frames.query({}, { limit: 1 })]);
  expect(newest.items[0]?.id).toBe(frames.at(-1)?.id);
  const bytes = new Map(sizes.map((row) => [row.collection, row.bytes]));
  expect(bytes.get("frames")).toBeGreaterThan(raw);
  expect(bytes.get("meter_samples")).toBeGreaterThan(3000 * 10);
  expect(bytes.get("stations")).toBeNull();
  const sum = [...bytes.values()].reduce<number>((all, size) => all + (size ?? 0), 0);
  await store.close();
  // Closed, the log is folded into the file.
  const { size } = statSync(join(folder, "stationmaster.db"));
  expect(sum).toBeGreaterThan(size * 0.8);
  rmSync(folder, { recursive: true, force: true });
});
