import type { Block } from "../block.ts";
import { toConnector } from "../transactions/block.ts";
import { breakDown, repair } from "./connector-fault.ts";
import type { FaultOfConnector } from "./state.ts";

/** What breaks, and is repaired. */
export const faults: Block = {
  connector: (): FaultOfConnector => ({ fault: null }),
  events: {
    fault: toConnector(breakDown),
    "clear-fault": toConnector(repair),
  },
  connectorSnapshot: (_station, _evse, connector) => ({ errorCode: connector.fault }),
};
