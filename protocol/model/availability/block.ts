import type { Block } from "../block.ts";
import { applyScheduled } from "./availability.ts";
import type { Availability, AvailabilityOfConnector, AvailabilityOfStation } from "./state.ts";
import { connectorStatus, forgetReported, isOperative, reportAll } from "./status.ts";

/** What is in service, and what the CSMS was told of it. */
export const availability: Block = {
  station: (): AvailabilityOfStation => ({ operative: true, scheduled: null, reported: null }),
  evse: (): Availability => ({ operative: true, scheduled: null }),
  connector: (): AvailabilityOfConnector => ({ operative: true, scheduled: null, reported: null }),
  bootAccepted(station, first) {
    if (first) reportAll(station);
  },
  transactionEnded: applyScheduled,
  dropped: forgetReported,
  connectorSnapshot: (station, evse, connector) => ({
    status: connectorStatus(station, evse, connector),
    operative: isOperative(station, evse, connector),
  }),
};
