import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StoredListener } from "../../journal/listeners.ts";
import { recordedBatch } from "../../store/contract/statistics-data.ts";
import { transactionRow } from "../../store/contract/samples.ts";
import type { StoreChange } from "../../store/store.ts";
import { ChangeList, namedMost } from "./change-list.ts";
import { followTransactions } from "./stored-transactions.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function followed() {
  const listeners = new Set<StoredListener>();
  const told: (readonly StoreChange[])[] = [];
  const journal = {
    subscribeStored: (listener: StoredListener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const end = followTransactions(journal, (changes) => told.push(changes));
  const store = (...keys: string[]): void => {
    const transactions = keys.map((key) => transactionRow({ key }));
    for (const listener of listeners) listener(recordedBatch(1, { transactions }));
  };
  return { told, store, end, listeners };
}

const put = (id: string): StoreChange => ({ collection: "transactions", id, action: "put" });

test("the first transaction is told at once, those of the next second together, each once", () => {
  const { told, store } = followed();
  store();
  expect(told).toEqual([]);
  store("A#1");
  expect(told).toEqual([[put("A#1")]]);
  for (const key of ["A#1", "B#1", "A#1"]) store(key);
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(1000);
  expect(told[1]).toEqual([put("A#1"), put("B#1")]);
  // A quiet second, and the next one is told at once again.
  vi.advanceTimersByTime(1000);
  expect(vi.getTimerCount()).toBe(0);
  store("C#1");
  expect(told[2]).toEqual([put("C#1")]);
});

test("thousands of stations make one short message a second", () => {
  const { told, store } = followed();
  store("first");
  for (let second = 0; second < 3; second++) {
    for (let i = 0; i < 5000; i++) store(`S${i}#1`);
    vi.advanceTimersByTime(1000);
  }
  expect(told).toHaveLength(4);
  for (const changes of told.slice(1)) {
    expect(changes.length).toBeLessThanOrEqual(namedMost + 1);
    const list = new ChangeList();
    list.add(changes);
    expect(list.take()).toEqual({ type: "changes", collections: ["transactions"], items: null });
  }
});

test("nothing is told when it has ended", () => {
  const { told, store, end, listeners } = followed();
  store("A#1");
  store("A#2");
  end();
  expect(listeners.size).toBe(0);
  vi.advanceTimersByTime(5000);
  expect(told).toHaveLength(1);
});
