import type { Static } from "typebox";
import { integer, oneOf, optional } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({
  status: oneOf([
    "Downloaded",
    "DownloadFailed",
    "Downloading",
    "DownloadScheduled",
    "DownloadPaused",
    "Idle",
    "InstallationFailed",
    "Installing",
    "Installed",
    "InstallRebooting",
    "InstallScheduled",
    "InstallVerificationFailed",
    "InvalidSignature",
    "SignatureVerified",
  ]),
  requestId: optional(integer()),
});
export type FirmwareStatusNotificationRequest = Static<typeof request>;

export const response = object({});
