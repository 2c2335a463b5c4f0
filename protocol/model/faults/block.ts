import type { Block } from "../block.ts";
import { at } from "../transactions/block.ts";
import { breakDown, repair } from "./connector-fault.ts";
import type { FaultOfConnector } from "./state.ts";

/** What breaks, and is repaired. */
export const faults: Block = {
  connector: (): FaultOfConnector => ({ fault: null }),
  events: {
    fault: (station, event) => {
      at(station, event, (place) => {
        breakDown(station, place, event.errorCode ?? "OtherError");
      });
    },
    "clear-fault": (station, event) => {
      at(station, event, (place) => {
        repair(station, place);
      });
    },
  },
  connectorSnapshot: (_station, _evse, connector) => ({ errorCode: connector.fault }),
};
