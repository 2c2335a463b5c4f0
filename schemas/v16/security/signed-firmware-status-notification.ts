import type { Static } from "typebox";
import { closed, integer, oneOf, optional } from "../../shape.ts";

export const SignedFirmwareStatusNotificationRequest = closed({
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
export type SignedFirmwareStatusNotificationRequest = Static<typeof SignedFirmwareStatusNotificationRequest>;

export const SignedFirmwareStatusNotificationResponse = closed({});
export type SignedFirmwareStatusNotificationResponse = Static<
  typeof SignedFirmwareStatusNotificationResponse
>;
