import type { FirmwareStatusNotificationRequest } from "../../../schemas/v16/firmware/firmware-status-notification.ts";

/** No update runs (1.6 C §4.5). */
export function firmwareStatusNotification(): FirmwareStatusNotificationRequest {
  return { status: "Idle" };
}
