import type { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import type { Find } from "./row-search.ts";
import { searches } from "./searches.ts";
import { inMemory } from "./testing/in-memory.ts";

/** What SQLite means to do for the one statement that a search prepares. */
function planOf<Row, Query>(search: Find<Row, Query>, query: Query, order: "newest" | "oldest"): string {
  const db = inMemory();
  let plan = "";
  const explaining = {
    prepare: (sql: string) => ({
      all: (...values: (string | number)[]) => {
        const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
        plan = steps.map(({ detail }) => String(detail)).join("; ");
        return [];
      },
    }),
  };
  search(explaining as unknown as DatabaseSync, query, { limit: 5, order });
  db.close();
  return plan;
}

const stations = ["CS-1"];
const asked: [name: keyof typeof searches, query: object, index: RegExp][] = [
  ["transactions", {}, /transactions_by_start/],
  ["transactions", { stations }, /transactions_by_station/],
  ["transactions", { active: true }, /transactions_open/],
  ["transactions", { transactionId: "7", stations }, /transactions_by_id/],
  ["events", { from: 1 }, /transaction_events_by_time/],
  ["events", { stations }, /transaction_events_by_station/],
  ["events", { transactionKey: "CS-1#1" }, /transaction_events_by_transaction/],
  ["connections", {}, /connections_by_opening/],
  ["connections", { stations }, /connections_by_station/],
  ["connections", { outcome: "open" }, /connections_by_outcome/],
  ["runs", { verdict: "pass" }, /autoindex_runs/],
  ["findings", { run: "1" }, /findings_by_place/],
  ["findings", { case: "TC_1" }, /findings_by_case/],
  ["history", { from: 1 }, /autoindex_history/],
];

test.each(asked)("%s are read in the order of an index: %#", (name, query, index) => {
  for (const order of ["newest", "oldest"] as const) {
    const plan = planOf(searches[name] as Find<unknown, never>, query as never, order);
    expect(plan).toMatch(index);
    expect(plan).not.toContain("TEMP B-TREE");
  }
});
