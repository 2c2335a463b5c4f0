import { afterEach, describe } from "vitest";
import { appendingContract } from "./appending.ts";
import { connectionContract } from "./connections.ts";
import { copyingContract } from "./copying.ts";
import { documentContract } from "./documents.ts";
import { eventContract } from "./events.ts";
import { frameContract } from "./frames.ts";
import { historyContract } from "./history.ts";
import { sampleContract } from "./meter-samples.ts";
import { pagingContract } from "./paging.ts";
import { runContract } from "./runs.ts";
import { stateContract } from "./states.ts";
import { statisticsContract } from "./statistics.ts";
import { transactionContract } from "./transactions.ts";
import { writerContract } from "./writers.ts";
import type { Store, StoreIdentity } from "../store.ts";

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
  /** Ask all that random and long lists of questions hold, rather than a sample: a server over a network takes its time. */
  thorough: boolean;
}

/** What every home of the store must do; called by each home's own test file. */
export function storeContract(name: string, open: () => Promise<Home>, options: ContractOptions): void {
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
    stateContract(fresh);
    historyContract(fresh);
    writerContract(fresh);
    copyingContract(fresh);
    statisticsContract(fresh, options);
  });
}
