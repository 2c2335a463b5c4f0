import type { VersionBlock } from "../../model/version.ts";
import { firmwareStatusNotification } from "./firmware-status-notification.ts";

/** L: firmware. */
export const firmware: VersionBlock = {
  wording: {
    "firmware-status": {
      message: () => ({ action: "FirmwareStatusNotification", payload: firmwareStatusNotification() }),
    },
  },
};
