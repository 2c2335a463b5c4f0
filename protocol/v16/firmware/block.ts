import type { VersionBlock } from "../../model/version.ts";
import { diagnosticsStatusNotification } from "./diagnostics-status-notification.ts";
import { firmwareStatusNotification } from "./firmware-status-notification.ts";

/** Firmware management, with the diagnostics that 1.6 counts to it. */
export const firmware: VersionBlock = {
  wording: {
    "firmware-status": {
      message: () => ({ action: "FirmwareStatusNotification", payload: firmwareStatusNotification() }),
    },
    "diagnostics-status": {
      message: () => ({ action: "DiagnosticsStatusNotification", payload: diagnosticsStatusNotification() }),
    },
  },
};
