import { expect, test } from "vitest";
import { StoreOpenError } from "../store/open-error.ts";
import { openHouse } from "./testing/harness.ts";

test("a store that is found to be damaged is told with 503 and in its words, and goes to the log", async () => {
  const error = new StoreOpenError("corrupt", "/data/x.db is damaged (…). Restore a backup.");
  const { ask, reported } = await openHouse(({ store }) => ({
    store: {
      ...store,
      home: store.home,
      transactions: { ...store.transactions, query: () => Promise.reject(error) },
    },
  }));
  const { status, body } = await ask("GET", "/api/transactions");
  expect([status, body]).toEqual([503, { error: { code: "unavailable", message: error.message } }]);
  expect(reported).toEqual([error]);
});
