import type { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { findRows } from "./row-search.ts";
import type { RowSearch } from "./row-search.ts";
import {
  connectionSearch,
  eventSearch,
  findingSearch,
  historySearch,
  runSearch,
  transactionSearch,
} from "./searches.ts";
import { inMemory } from "./testing/in-memory.ts";

/** What SQLite means to do for the one statement that a search prepares. */
function planOf<Row, Query>(search: RowSearch<Row, Query>, query: Query, order: "newest" | "oldest"): string {
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
  findRows(explaining as unknown as DatabaseSync, search, query, { limit: 5, order });
  db.close();
  return plan;
}

const stations = ["CS-1"];
const asked: [string, RowSearch<unknown, never>, object, RegExp][] = [
  ["transactions", transactionSearch, {}, /transactions_by_start/],
  ["transactions", transactionSearch, { stations }, /transactions_by_station/],
  ["transactions", transactionSearch, { active: true }, /transactions_open/],
  ["transactions", transactionSearch, { transactionId: "7", stations }, /transactions_by_id/],
  ["events", eventSearch, { from: 1 }, /transaction_events_by_time/],
  ["events", eventSearch, { stations }, /transaction_events_by_station/],
  ["events", eventSearch, { transactionKey: "CS-1#1" }, /transaction_events_by_transaction/],
  ["connections", connectionSearch, {}, /connections_by_opening/],
  ["connections", connectionSearch, { stations }, /connections_by_station/],
  ["connections", connectionSearch, { outcome: "open" }, /connections_by_outcome/],
  ["runs", runSearch, { verdict: "pass" }, /autoindex_runs/],
  ["findings", findingSearch, { run: "1" }, /findings_by_place/],
  ["findings", findingSearch, { case: "TC_1" }, /findings_by_case/],
  ["history", historySearch, { from: 1 }, /autoindex_history/],
];

test.each(asked)("%s are read in the order of an index: %#", (_, search, query, index) => {
  for (const order of ["newest", "oldest"] as const) {
    const plan = planOf(search, query as never, order);
    expect(plan).toMatch(index);
    expect(plan).not.toContain("TEMP B-TREE");
  }
});
