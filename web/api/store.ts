import type { StoreView } from "../../src/api/schema/store.ts";
import type { Ask } from "./ask.ts";

export type { StoreView };

export const storeApi = (ask: Ask) => ({
  store: () => ask<StoreView>("GET", "store"),
});
