import { createRoot } from "solid-js";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Api } from "../api/client.ts";
import { transaction } from "../testing/transaction.ts";
import { createStatistics, type StatisticsStore } from "./statistics.ts";
import { usualView } from "./statistics-view.ts";

type Asked = { name: string; params: URLSearchParams; answer: (items: unknown[], problem?: string) => void };

/** A store over an API that the test answers for. */
function scripted(interval = 1e9): { store: StatisticsStore; asked: Asked[]; clock: { now: number } } {
  const asked: Asked[] = [];
  const clock = { now: 10_000_000 };
  const ask = (name: string, query: string): Promise<never> =>
    new Promise((resolve) => {
      asked.push({
        name,
        params: new URLSearchParams(query),
        answer: (items, problem) =>
          resolve(
            (problem === undefined
              ? { ok: true, value: { items } }
              : { ok: false, problem: { code: "internal", message: problem } }) as never,
          ),
      });
    });
  const api = {
    statistics: ask as Api["statistics"],
    transactions: (query: string) => ask("transactions", query),
  };
  return createRoot((dispose) => {
    const store = createStatistics({ api, view: usualView, now: () => clock.now, interval });
    onTestFinished(dispose);
    return { store, asked, clock };
  });
}

const names = (asked: readonly Asked[]): string[] => asked.map((one) => one.name).sort();
const first = ["actions", "energy", "issues", "silent", "slowest", "traffic", "transactions"];

test("everything is asked for one and the same range, and the samples after the transactions", async () => {
  const { store, asked, clock } = scripted();
  expect(names(asked)).toEqual(first);
  for (const { name, params } of asked) {
    if (name === "silent") expect(params.get("before")).toBe(String(clock.now - 300_000));
    else expect([params.get("from"), params.get("to")]).toEqual(["6400000", "10000000"]);
  }
  expect(store.loading()).toBe(true);
  for (const one of asked.splice(0)) one.answer(one.name === "transactions" ? [transaction("A#1")] : []);
  await vi.waitFor(() => expect(names(asked)).toEqual(["series"]));
  expect(asked[0]?.params.get("transactionKey")).toBe("A#1");
  asked[0]?.answer([]);
  await vi.waitFor(() => expect(store.loading()).toBe(false));
  expect(store.loadedAt()).toBe(clock.now);
});

test("without transactions no samples are asked for", async () => {
  const { store, asked } = scripted();
  for (const one of asked.splice(0)) one.answer([]);
  await vi.waitFor(() => expect(store.series.state()).toBe("ready"));
  expect(asked).toEqual([]);
});

test("a late answer to an old question is not shown", async () => {
  const { store, asked } = scripted();
  const [old] = asked.splice(0).filter((one) => one.name === "actions");
  store.ask({ ...usualView, stations: ["B"] });
  const [latest] = asked.filter((one) => one.name === "actions");
  expect(latest?.params.getAll("station")).toEqual(["B"]);
  latest?.answer(["new"]);
  await vi.waitFor(() => expect(store.actions.data()).toEqual({ items: ["new"] }));
  old?.answer(["old"]);
  await Promise.resolve();
  expect(store.actions.data()).toEqual({ items: ["new"] });
});

test("what failed says why, and what was there before stays", async () => {
  const { store, asked } = scripted();
  asked.find((one) => one.name === "issues")?.answer(["before"]);
  await vi.waitFor(() => expect(store.issues.state()).toBe("ready"));
  void store.issues.load();
  asked.at(-1)?.answer([], "the home is away");
  await vi.waitFor(() => expect(store.issues.state()).toBe("failed"));
  expect(store.issues.problem()?.message).toBe("the home is away");
  expect(store.issues.data()).toEqual({ items: ["before"] });
});

test("another transaction asks for its samples alone", () => {
  const { store, asked } = scripted();
  asked.length = 0;
  store.ask({ ...usualView, transaction: "B#2" });
  expect(asked.map((one) => [one.name, one.params.get("transactionKey")])).toEqual([["series", "B#2"]]);
});

test("new transactions are looked at up to now, and samples only of another one that is drawn then", async () => {
  const { store, asked, clock } = scripted();
  for (const one of asked.splice(0)) one.answer(one.name === "transactions" ? [transaction("A#1")] : []);
  await vi.waitFor(() => expect(names(asked)).toEqual(["series"]));
  asked.splice(0)[0]?.answer([]);
  await vi.waitFor(() => expect(store.loading()).toBe(false));
  clock.now += 5000;
  const look = async (...keys: string[]): Promise<void> => {
    const looked = store.lookAtTransactions();
    expect(asked.map(({ name, params }) => [name, params.get("to")])).toEqual([["transactions", "10005000"]]);
    asked.splice(0)[0]?.answer(keys.map((key) => transaction(key)));
    await vi.waitFor(() => expect(store.transactions.state()).toBe("ready"));
    if (keys[0] !== "A#1") {
      await vi.waitFor(() => expect(asked[0]?.params.get("transactionKey")).toBe(keys[0]));
      asked.splice(0)[0]?.answer([]);
    }
    await looked;
    expect(asked).toEqual([]);
  };
  await look("A#1", "A#0");
  await look("B#1", "A#1");
  store.setAuto(false);
  await store.lookAtTransactions();
  expect(asked).toEqual([]);
});

test("it loads again by itself with a later range, but not while it loads, nor a fixed range", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { store, asked, clock } = scripted(1000);
  await vi.advanceTimersByTimeAsync(3000);
  expect(asked).toHaveLength(7);
  for (const one of asked.splice(0)) one.answer([]);
  await vi.advanceTimersByTimeAsync(0);
  clock.now += 5000;
  await vi.advanceTimersByTimeAsync(1000);
  expect(names(asked)).toEqual(first);
  expect(store.range().to).toBe(10_005_000);
  for (const one of asked.splice(0)) one.answer([]);
  store.setAuto(false);
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toEqual([]);
});
