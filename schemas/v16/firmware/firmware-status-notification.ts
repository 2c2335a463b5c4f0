import type { Static } from "typebox";
import { closed, oneOf } from "../../shape.ts";

export const request = closed({
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
export type FirmwareStatusNotificationRequest = Static<typeof request>;

export const response = closed({});
