import { describe, expect, it } from "vitest";
import type { ContractOptions, Home } from "./contract.ts";
import {
  naiveStatistics,
  randomRecords,
  recordedBatch,
  statisticsFrom,
  statisticsTo,
} from "./statistics-data.ts";
import { withoutNoise } from "../statistics-rows.ts";
import { sampleRow, transactionRow, frameMaker } from "./samples.ts";
import type { EnergyRow, SampleSeries, SeriesQuery, Statistics, StatisticsQuery } from "../statistics.ts";

const span = statisticsTo - statisticsFrom;
const queries: StatisticsQuery[] = [
  { from: statisticsFrom, to: statisticsTo },
  { from: statisticsFrom + span * 0.25, to: statisticsFrom + span * 0.6 },
  { from: statisticsFrom, to: statisticsTo, stations: ["CS-1"] },
  { from: statisticsFrom + 1000.5, to: statisticsTo - 3000, stations: ["CS-2", "Säule/3", "unknown"] },
  { from: statisticsFrom, to: statisticsTo, stations: [] },
  { from: statisticsFrom, to: statisticsTo, stations: ["unknown"] },
  { from: statisticsTo + 86_400_000, to: statisticsTo + 2 * 86_400_000 },
  { from: 0, to: 1 },
];

/** What the statistics of any home must be: what a plain count over the same records gives. */
export function statisticsContract(fresh: () => Promise<Home>, { thorough }: ContractOptions): void {
  describe("statistics", () => {
    it("of random records equal a plain count, whatever is asked", { timeout: 240_000 }, async () => {
      const { store } = await fresh();
      const records = randomRecords(4711);
      for (const batch of records.batches) await store.append(batch);
      const naive = naiveStatistics(records);
      const real = store.statistics;
      const asked = [...queries, {}, { from: queries[1]?.from ?? 0 }, { to: queries[1]?.to ?? 0 }];
      const isAsked = (place: number): boolean => thorough || place % 2 === 1;
      for (const [i, query] of asked.entries()) if (isAsked(i)) await compare(real, naive, query, i);
      for (const [i, query] of seriesQueries(records.transactionKeys).entries()) {
        if (!isAsked(i)) continue;
        const points = [7, 1, 100_000][i % 3] ?? 1;
        expectSeries(await real.series(query, points), await naive.series(query, points));
      }
      const since = statisticsFrom + span * 0.4;
      for (const before of [statisticsFrom, statisticsFrom + span / 2, statisticsTo, statisticsTo + 1e6]) {
        expect(await real.silent(before, 100)).toEqual(await naive.silent(before, 100));
        expect(await real.silent(before, 1, since)).toEqual(await naive.silent(before, 1, since));
        expect(await real.silent(before, 100, since)).toEqual(await naive.silent(before, 100, since));
      }
    });

    it("of an empty store are empty", async () => {
      const { statistics } = (await fresh()).store;
      const query = { from: 0, to: 10 };
      expect(await statistics.actions(query)).toEqual([]);
      expect(await statistics.slowest(query, 5)).toEqual([]);
      expect(await statistics.traffic(query, 2)).toEqual([
        { at: 0, in: 0, out: 0, bytes: 0, errors: 0 },
        { at: 5, in: 0, out: 0, bytes: 0, errors: 0 },
      ]);
      expect(await statistics.energy(query, "station", 5)).toEqual([]);
      expect(await statistics.series({ transactionKey: "CS-1#1" }, 5)).toEqual([]);
      expect(await statistics.series({ stations: ["CS-1"] }, 5)).toEqual([]);
      expect(await statistics.silent(10, 5)).toEqual([]);
      expect(await statistics.issues(query, 5)).toEqual([]);
    });

    it("of one frame are that frame", async () => {
      const { store } = await fresh();
      const { statistics } = store;
      const answer = frameMaker()({
        kind: "callError",
        direction: "in",
        action: "Reset",
        latency: 12.5,
        raw: "ü",
        size: 2,
        writer: "statistics/1",
      });
      await store.append(recordedBatch(1, { frames: [answer] }));
      const query = { from: answer.at, to: answer.at + 1 };
      const counted = {
        action: "Reset",
        requests: { in: 0, out: 0 },
        results: 0,
        errors: 1,
        invalid: 0,
        errorRate: 1,
        latency: { min: 12.5, p50: 12.5, p95: 12.5, p99: 12.5, max: 12.5 },
      };
      expect(await statistics.actions(query)).toEqual([counted]);
      expect(await statistics.slowest(query, 1)).toEqual([{ ...counted, station: "CS-1" }]);
      expect(await statistics.traffic(query, 1)).toEqual([
        { at: answer.at, in: 1, out: 0, bytes: 2, errors: 1 },
      ]);
      expect(await statistics.actions({ from: answer.at + 0.1, to: answer.at + 5 })).toEqual([]);
      expect(await statistics.actions({ from: answer.at - 5, to: answer.at })).toEqual([]);
      expect(await statistics.silent(answer.at, 5)).toEqual([]);
      expect(await statistics.silent(answer.at + 0.1, 5)).toEqual([{ station: "CS-1", lastAt: answer.at }]);
    });

    it("of a span without width have no slices", async () => {
      const { statistics } = (await fresh()).store;
      expect(await statistics.traffic({ from: 5, to: 5 }, 10)).toEqual([]);
      expect(await statistics.traffic({ from: 5, to: 4 }, 10)).toEqual([]);
      expect(await statistics.actions({ from: 5, to: 5 })).toEqual([]);
    });

    it("reckon energy out of kWh and Wh, the newest sample, and never below 0", async () => {
      const { store } = await fresh();
      const key = (n: number): string => `CS-1#${n}`;
      const open = { endedAt: null, meterStop: null };
      const register = { measurand: "Energy.Active.Import.Register" };
      await store.append(
        recordedBatch(1, {
          transactions: [
            transactionRow({ key: key(1), startedAt: 1000, meterStart: 500, endedAt: 2000, meterStop: 2500 }),
            transactionRow({ key: key(2), startedAt: 1001, meterStart: 9000, endedAt: 2000, meterStop: 100 }),
            transactionRow({ key: key(3), startedAt: 1002, evse: 2, meterStart: 1000, ...open }),
            transactionRow({ key: key(4), startedAt: 1003, evse: 2, meterStart: 1000, ...open }),
            transactionRow({ key: key(5), startedAt: 1004, evse: 3, meterStart: 700, ...open }),
          ],
          samples: [
            sampleRow({ ...register, at: 1500, transactionKey: key(3), value: 1.75, unit: "kWh" }),
            sampleRow({ ...register, at: 1400, transactionKey: key(3), value: 9999 }),
            sampleRow({ ...register, at: 1600, transactionKey: key(3), value: 5000, phase: "L1" }),
            sampleRow({ ...register, at: 1600, transactionKey: key(3), value: 6000, location: "Inlet" }),
            sampleRow({ ...register, at: 1600, transactionKey: key(3), value: 7000, unit: "varh" }),
            sampleRow({ at: 1700, transactionKey: key(3), measurand: "Voltage", unit: "V", value: 230 }),
            sampleRow({ ...register, at: 1500, transactionKey: key(4), value: 1100 }),
            sampleRow({ ...register, at: 1500, transactionKey: key(4), value: 1200, location: null }),
          ],
        }),
      );
      const row = { station: "CS-1", evse: null, transactionKey: null };
      const all = { from: 0, to: 5000 };
      expect(await store.statistics.energy(all, "station", 5)).toEqual([
        { ...row, transactions: 5, energy: 2950 },
      ]);
      expect(await store.statistics.energy(all, "evse", 2)).toEqual([
        { ...row, evse: 1, transactions: 2, energy: 2000 },
        { ...row, evse: 2, transactions: 2, energy: 950 },
      ]);
      expect(await store.statistics.energy({ from: 1001, to: 1004 }, "transaction", 5)).toEqual([
        { ...row, evse: 2, transactionKey: key(3), transactions: 1, energy: 750 },
        { ...row, evse: 2, transactionKey: key(4), transactions: 1, energy: 200 },
        { ...row, evse: 1, transactionKey: key(2), transactions: 1, energy: 0 },
      ]);
    });

    it("give sums and means that do not depend on the order of adding", async () => {
      const { store } = await fresh();
      const values = [0.1, 0.2, 0.3];
      const key = (n: number): string => `CS-1#${n}`;
      await store.append(
        recordedBatch(1, {
          samples: values.map((value, i) => sampleRow({ at: 1000 + i, value })),
          transactions: [0.1, 0.2, 0.3].map((meterStop, i) =>
            transactionRow({ key: key(i), startedAt: 1000 + i, endedAt: 2000, meterStart: 0, meterStop }),
          ),
        }),
      );
      const [line] = await store.statistics.series({ transactionKey: "CS-1#1" }, 1);
      expect(line?.points.map(({ mean }) => mean)).toEqual([0.2]);
      const [row] = await store.statistics.energy({ from: 0, to: 5000 }, "station", 1);
      expect(row?.energy).toBe(0.6);
    });

    it("find the longest silent of many stations", async () => {
      const { store } = await fresh();
      const start = statisticsFrom;
      const make = frameMaker(start);
      const lastAt = (i: number): number => start + Math.floor(i / 6) * 30_000 + ((i * 7919) % 20_000);
      for (let b = 0; b < 10; b++) {
        const frames = Array.from({ length: 60 - 6 * b }, (_, i) => 6 * b + i).map((i) =>
          make({ station: `S${i}`, at: b === Math.floor(i / 6) ? lastAt(i) : start + b * 30_000 + i }),
        );
        const late = Math.max(...frames.map(({ at }) => at));
        const again = frameMaker(Math.ceil(late));
        for (const frame of frames) frame.id = again().id;
        await store.append(recordedBatch(b + 1, { frames }));
      }
      const all = Array.from({ length: 60 }, (_, i) => ({ station: `S${i}`, lastAt: lastAt(i) })).sort(
        (a, b) => a.lastAt - b.lastAt,
      );
      for (const [before, since] of [
        [start + 300_000, undefined],
        [start + 101_000, start + 25_000],
        [start + 45_000, start],
      ] as const) {
        const silent = all.filter((row) => row.lastAt < before && row.lastAt >= (since ?? 0));
        for (const limit of [1, 4, 17, 100])
          expect(await store.statistics.silent(before, limit, since)).toEqual(silent.slice(0, limit));
      }
    });

    it("put samples of one moment into one slice", async () => {
      const { store } = await fresh();
      await store.append(
        recordedBatch(1, { samples: [sampleRow({ value: 1 }), sampleRow({ value: 4, context: "Other" })] }),
      );
      const [line, ...others] = await store.statistics.series({ transactionKey: "CS-1#1" }, 50);
      expect(others).toEqual([]);
      expect(line?.points).toEqual([{ at: 1000, min: 1, max: 4, mean: 2.5, count: 2 }]);
    });
  });
}

/** `turn` picks limits and slices: not all with all, as a server over a network takes its time. */
async function compare(
  real: Statistics,
  naive: Statistics,
  query: StatisticsQuery,
  turn: number,
): Promise<void> {
  expect(await real.actions(query)).toEqual(await naive.actions(query));
  const limit = turn % 2 === 0 ? 1000 : 3;
  expect(await real.slowest(query, limit)).toEqual(await naive.slowest(query, limit));
  expect(await real.issues(query, limit)).toEqual(await naive.issues(query, limit));
  for (const by of ["station", "evse", "transaction"] as const)
    expectEnergy(await real.energy(query, by, limit), await naive.energy(query, by, limit));
  const { from, to } = query;
  if (from === undefined || to === undefined) return;
  const slices = [7, 500, 1][turn % 3] ?? 1;
  const asked = { ...query, from, to };
  expect(await real.traffic(asked, slices)).toEqual(await naive.traffic(asked, slices));
}

function expectEnergy(real: EnergyRow[], naive: EnergyRow[]): void {
  expect(real).toEqual(naive.map((row) => ({ ...row, energy: withoutNoise(row.energy) })));
}

function expectSeries(real: SampleSeries[], naive: SampleSeries[]): void {
  expect(real).toEqual(
    naive.map((line) => ({
      ...line,
      points: line.points.map((point) => ({ ...point, mean: withoutNoise(point.mean) })),
    })),
  );
}

function seriesQueries(keys: readonly string[]): SeriesQuery[] {
  const [first, second] = keys;
  return [
    ...[first, second].flatMap((transactionKey) =>
      transactionKey === undefined ? [] : [{ transactionKey }],
    ),
    { transactionKey: first ?? "", measurands: ["Voltage"] },
    { transactionKey: "unknown" },
    { stations: ["CS-1"] },
    { stations: ["CS-1", "CS-2"], measurands: ["Voltage", "unknown"] },
    { stations: ["CS-2"], measurands: [] },
    { stations: [] },
    { stations: ["CS-1"], from: statisticsFrom + span * 0.3, to: statisticsFrom + span * 0.5 },
    { stations: ["CS-1"], from: statisticsFrom + span * 0.3 },
    { stations: ["CS-1"], to: statisticsFrom + span * 0.3 },
    { stations: ["CS-1"], from: statisticsTo + 1e6, to: statisticsTo + 2e6 },
  ];
}
