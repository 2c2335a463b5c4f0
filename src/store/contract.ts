import { afterEach, describe } from "vitest";
import { appendingContract } from "./contract-appending.ts";
import { connectionContract } from "./contract-connections.ts";
import { copyingContract } from "./contract-copying.ts";
import { documentContract } from "./contract-documents.ts";
import { eventContract } from "./contract-events.ts";
import { frameContract } from "./contract-frames.ts";
import { historyContract } from "./contract-history.ts";
import { sampleContract } from "./contract-meter-samples.ts";
import { pagingContract } from "./contract-paging.ts";
import { runContract } from "./contract-runs.ts";
import { statisticsContract } from "./contract-statistics.ts";
import { transactionContract } from "./contract-transactions.ts";
import { writerContract } from "./contract-writers.ts";
import type { Store, StoreIdentity } from "./store.ts";

/** A fresh, empty home. */
export interface Home {
  store: Store;
  /** As whom it was opened first. */
  identity: StoreIdentity;
  /** Closes it and opens the same data again, as another process of the same name. */
  reopen(): Promise<Store>;
  /** Closes and removes it. */
  dispose(): Promise<void>;
}

export interface ContractOptions {
  /** Of each test, ms. */
  timeout?: number;
  /** How many random queries are tried. */
  runs?: number;
}

/** What every home of the store must do; called by each home's own test file. */
export function storeContract(name: string, open: () => Promise<Home>, options: ContractOptions = {}): void {
  const { timeout = 60_000 } = options;
  describe(`${name} keeps the store's contract`, { timeout }, () => {
    const homes: Home[] = [];
    const fresh = async (): Promise<Home> => {
      const home = await open();
      homes.push(home);
      return home;
    };
    afterEach(async () => {
      for (const home of homes.splice(0)) await home.dispose();
    }, timeout);

    appendingContract(fresh);
    frameContract(fresh, options);
    pagingContract(fresh);
    transactionContract(fresh);
    sampleContract(fresh);
    eventContract(fresh);
    connectionContract(fresh);
    runContract(fresh);
    documentContract(fresh);
    historyContract(fresh);
    writerContract(fresh);
    copyingContract(fresh);
    statisticsContract(fresh);
  });
}
