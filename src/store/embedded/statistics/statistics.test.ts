import type { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import {
  naiveStatistics,
  randomRecords,
  statisticsFrom,
  statisticsTo,
} from "../../contract/statistics-data.ts";
import { Appender } from "../append.ts";
import { inMemory } from "../testing/in-memory.ts";
import { packBatch } from "../pack-batch.ts";
import { bucketSize } from "../schema.ts";
import { Writers } from "../writers.ts";
import { askedStatistics } from "./asked.ts";
import { embeddedStatistics } from "./reader.ts";

test("over several buckets equal a plain count, a part at a time", async () => {
  const db = inMemory();
  const records = randomRecords(99, bucketSize * 2 + 1000);
  const appender = new Appender(db, new Writers(db, null));
  for (const batch of records.batches) appender.append(packBatch(batch));
  const answer = embeddedStatistics(db);
  let parts = 0;
  const real = askedStatistics(async (call) => {
    parts += 1;
    const reply = answer(call);
    expect(db.isTransaction).toBe(false);
    return reply;
  });
  const naive = naiveStatistics(records);
  const span = statisticsTo - statisticsFrom;
  const all = { from: statisticsFrom, to: statisticsTo };
  for (const query of [
    all,
    { from: statisticsFrom + span / 3, to: statisticsTo - span / 4 },
    { ...all, stations: ["CS-2", "__proto__"] },
  ]) {
    expect(await real.actions(query)).toEqual(await naive.actions(query));
    expect(await real.slowest(query, 5)).toEqual(await naive.slowest(query, 5));
    expect(await real.traffic(query, 90)).toEqual(await naive.traffic(query, 90));
    expect(await real.issues(query, 50)).toEqual(await naive.issues(query, 50));
  }
  expect(await real.silent(statisticsTo, 10)).toEqual(await naive.silent(statisticsTo, 10));
  expect(parts).toBeGreaterThanOrEqual(13);
  db.close();
});

test("work that nobody began cannot go on", () => {
  const db: DatabaseSync = inMemory();
  const answer = embeddedStatistics(db);
  expect(() => answer({ resume: 3 })).toThrow("ask again");
  db.close();
});
