import type { Ledger } from "../model/ledger.ts";

export const ledger: Ledger = {
  actions: new Set(["TransactionEvent", "MeterValues"]),
  read: () => ({ transactions: [], samples: [] }),
};
