import type { TransactionRow } from "../api/transactions.ts";

/** A transaction for tests. */
export function transaction(key: string, change: Partial<TransactionRow> = {}): TransactionRow {
  return {
    key,
    station: "CP-1",
    dialect: "2.0.1",
    transactionId: "t1",
    evse: 1,
    connector: 1,
    idToken: "CAFE0001",
    startedAt: 1_700_000_000_000,
    endedAt: null,
    meterStart: 0,
    meterStop: null,
    stoppedReason: null,
    ...change,
  };
}
