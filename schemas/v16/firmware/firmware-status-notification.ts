import type { Static } from "typebox";
import { closed, oneOf } from "../../shape.ts";

export const FirmwareStatusNotificationRequest = closed({
  status: oneOf([
    "Downloaded",
    "DownloadFailed",
    "Downloading",
    "Idle",
    "InstallationFailed",
    "Installing",
    "Installed",
  ]),
});
export type FirmwareStatusNotificationRequest = Static<typeof FirmwareStatusNotificationRequest>;

export const FirmwareStatusNotificationResponse = closed({});
