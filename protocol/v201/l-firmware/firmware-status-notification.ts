import type { FirmwareStatusNotificationRequest } from "../../../schemas/v201/l-firmware/firmware-status-notification.ts";

/** No update runs (F06.FR.16). */
export function firmwareStatusNotification(): FirmwareStatusNotificationRequest {
  return { status: "Idle" };
}
