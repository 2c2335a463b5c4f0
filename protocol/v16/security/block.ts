import type { VersionBlock } from "../../model/version.ts";
import { extendedTriggerMessage } from "./extended-trigger-message.ts";
import { logStatusNotification } from "./log-status-notification.ts";
import { settings } from "./settings.ts";

/** What the security white paper adds. */
export const security: VersionBlock = {
  incoming: { ExtendedTriggerMessage: extendedTriggerMessage },
  wording: {
    "log-status": {
      message: () => ({ action: "LogStatusNotification", payload: logStatusNotification() }),
    },
  },
  settings,
};
