import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchOf, frameMaker, listOf, naiveQuery } from "../contract/samples.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import type { FrameQuery, Store } from "../store.ts";
import { openEmbeddedStore } from "./open.ts";
import { bucketSize } from "./schema.ts";

/** More than two buckets, so that searches have to go from one to the next; written while the clock jumps. */
const total = bucketSize * 2 + 5000;
const folder = mkdtempSync(join(tmpdir(), "stationmaster-many-"));
const frames: FrameRecord[] = [];
let store: Store;

beforeAll(async () => {
  const frame = frameMaker(1_000_000);
  for (let i = 0; i < total; i++) {
    const part: Partial<FrameRecord> = {
      station: `CS-${i % 200}`,
      connection: String(i % 3),
      action: i % 9001 === 7 ? "Rare" : "Heartbeat",
      messageId: `m${i % 5000}`,
      kind: i % 7000 === 3 ? "callError" : "call",
      raw: `{"word":"w${i}x","same":"Common"}`,
    };
    if (i % 10_000 < 50) part.at = i;
    frames.push(frame(part));
  }
  store = await openEmbeddedStore(folder);
  for (let i = 0; i < total; i += 5000) await store.append(batchOf({ frames: frames.slice(i, i + 5000) }));
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const queries: FrameQuery[] = [
  {},
  { stations: ["CS-7"] },
  { stations: ["CS-7", "CS-8", "CS-9"], connection: "1" },
  { actions: ["Rare"] },
  { actions: ["Heartbeat"], stations: ["CS-7"] },
  { messageId: "m4711" },
  { connection: "2", actions: ["Rare"] },
  { errors: true },
  { errors: true, stations: ["CS-3"] },
  { errors: true, stations: ["CS-3", "CS-4"], from: 1_005_000, direction: "out" },
  { errors: true, stations: ["CS-3"], text: "w700" },
  { kinds: ["callError"], direction: "out" },
  { direction: "in" },
  { from: 1_020_000, to: 1_021_000 },
  { to: 5000 },
  { from: 1_010_000, stations: ["CS-7"] },
  { text: "w12345x" },
  { text: "w1234 common" },
  { text: "common", stations: ["CS-7"], to: 1_020_000 },
  { text: "absent" },
  { text: "5x" },
];

async function check(query: FrameQuery): Promise<void> {
  const expected = naiveIds(query);
  expect(await store.frames.count(query)).toBe(expected.length);
  expect((await listOf(store.frames.stream(query))).map((row) => row.id)).toEqual(expected);
  const ids: string[] = [];
  let cursor: string | null | undefined;
  for (let page = 0; page < 3 && cursor !== null; page++) {
    const found = await store.frames.query(query, { limit: 40, ...(cursor === undefined ? {} : { cursor }) });
    ids.push(...found.items.map((row) => row.id));
    cursor = found.next;
  }
  expect(ids).toEqual(expected.toReversed().slice(0, 120));
  expect(cursor === null).toBe(expected.length <= 120);
}

function naiveIds(query: FrameQuery): string[] {
  // No frame here answers another; the naive search for answers would take all day.
  return naiveQuery(frames, query, () => undefined).map((row) => row.id);
}

function indexedUpTo(): number {
  const db = new DatabaseSync(join(folder, "stationmaster.db"), { readOnly: true });
  const row = db.prepare("SELECT n FROM progress WHERE name = 'words'").get();
  db.close();
  return Number(row?.["n"]);
}

describe("an embedded store of several buckets", () => {
  it.each(queries)("finds %o before its words are indexed", check);

  it("indexes all words by itself", async () => {
    while (indexedUpTo() < total) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(indexedUpTo()).toBe(total);
  }, 300_000);

  it.each(queries)("finds %o with the word index", check);

  it("finds words in both orders while the newest frames are not indexed yet", async () => {
    const frame = frameMaker(2_000_000);
    const more = Array.from({ length: 60 }, (_, i) =>
      frame({ raw: `{"word":"w77${i}x late","same":"Common"}` }),
    );
    frames.push(...more);
    await store.append(batchOf({ frames: more }));
    // At once, since indexing waits only a moment.
    const newest = await store.frames.query({ text: "w77" }, { limit: 100 });
    const expected = naiveIds({ text: "w77" });
    expect(newest.items.map((row) => row.id)).toEqual(expected.toReversed().slice(0, 100));
    await check({ text: "w77" });
    await check({ text: "late" });
    await check({ text: "common" });
  });
});
