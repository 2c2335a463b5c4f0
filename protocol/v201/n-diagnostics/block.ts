import type { VersionBlock } from "../../model/version.ts";
import { logStatusNotification } from "./log-status-notification.ts";

/** N: diagnostics. */
export const diagnostics: VersionBlock = {
  wording: {
    "log-status": {
      message: () => ({ action: "LogStatusNotification", payload: logStatusNotification() }),
    },
  },
};
