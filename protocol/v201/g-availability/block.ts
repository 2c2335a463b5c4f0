import type { VersionBlock } from "../../model/version.ts";
import { changeAvailability } from "./change-availability.ts";
import { heartbeat } from "./heartbeat.ts";
import { statusNotification } from "./status-notification.ts";

/** G: availability. 2.x hears of every connector, not of the station itself. */
export const availability: VersionBlock = {
  incoming: { ChangeAvailability: changeAvailability },
  wording: {
    heartbeat: { message: () => ({ action: "Heartbeat", payload: { ...heartbeat() } }) },
    status: {
      tells: (fact) => fact.evse > 0,
      message: (fact) => ({ action: "StatusNotification", payload: statusNotification(fact) }),
    },
  },
};
