import { expect, test } from "vitest";
import type { StoreChange } from "../../store/store.ts";
import { ChangeList, namedMost } from "./change-list.ts";

function puts(collection: StoreChange["collection"], count: number): StoreChange[] {
  return Array.from({ length: count }, (_, i) => ({ collection, id: `${i}`, action: "put" }));
}

test("a document is told once, with its latest change in its place", () => {
  const list = new ChangeList();
  expect(list.empty).toBe(true);
  list.add([
    { collection: "runs", id: "A", action: "put" },
    { collection: "stations", id: "A", action: "put" },
  ]);
  list.add([{ collection: "runs", id: "A", action: "removed" }]);
  expect(list.empty).toBe(false);
  expect(list.take()).toEqual({
    type: "changes",
    collections: ["runs", "stations"],
    items: [
      { collection: "stations", id: "A", action: "put" },
      { collection: "runs", id: "A", action: "removed" },
    ],
  });
  expect(list.empty).toBe(true);
});

test("too many are told by their collections only, and the next ones by their ids again", () => {
  const list = new ChangeList();
  list.add(puts("transactions", namedMost));
  list.add(puts("transactions", namedMost));
  expect(list.take().items).toHaveLength(namedMost);
  list.add(puts("transactions", namedMost + 1));
  list.add(puts("runs", 1));
  expect(list.take()).toEqual({ type: "changes", collections: ["runs", "transactions"], items: null });
  list.add(puts("runs", 1));
  expect(list.take()).toEqual({ type: "changes", collections: ["runs"], items: puts("runs", 1) });
});

test("what is cleared is not told", () => {
  const list = new ChangeList();
  list.add(puts("runs", namedMost + 1));
  list.clear();
  expect(list.empty).toBe(true);
  expect(list.take()).toEqual({ type: "changes", collections: [], items: [] });
});
