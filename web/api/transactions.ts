import type { z } from "@hono/zod-openapi";
import type { transactionRow } from "../../src/api/schema/recorded.ts";
import type { Ask, Page } from "./ask.ts";

export type TransactionRow = z.infer<typeof transactionRow>;

export const transactionsApi = (ask: Ask) => ({
  transactions: (query: string) => ask<Page<TransactionRow>>("GET", `transactions?${query}`),
});
