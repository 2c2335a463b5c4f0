import { makeAsk } from "./ask.ts";
import { framesApi } from "./frames.ts";
import { historyApi } from "./history.ts";
import { infoApi } from "./info.ts";
import { runsApi } from "./runs.ts";
import { sandboxApi } from "./sandbox.ts";
import { stationsApi } from "./stations.ts";
import { statisticsApi } from "./statistics.ts";
import { storeApi } from "./store.ts";
import { transactionsApi } from "./transactions.ts";

/** All that the page asks the server: one file per resource, each with its types from the server's schemas. */
export type Api = ReturnType<typeof makeApi>;

/**
 * @param base address of the server; empty for the page's own
 * @param person name of who uses the page, see `makeAsk`
 */
export function makeApi(base = "", person: () => string = () => "") {
  const ask = makeAsk(base, person);
  return {
    ...infoApi(ask, base),
    ...storeApi(ask),
    ...stationsApi(ask),
    ...framesApi(ask, base),
    ...transactionsApi(ask),
    ...historyApi(ask),
    ...runsApi(ask),
    ...statisticsApi(ask),
    ...sandboxApi(ask),
  };
}
