import type { Ledger } from "../model/ledger.ts";

export const ledger: Ledger = {
  actions: new Set(["StartTransaction", "StopTransaction", "MeterValues"]),
  read: () => ({ transactions: [], samples: [] }),
};
