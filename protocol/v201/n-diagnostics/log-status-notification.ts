import type { LogStatusNotificationRequest } from "../../../schemas/v201/n-diagnostics/log-status-notification.ts";

/** No upload runs (F06.FR.15). */
export function logStatusNotification(): LogStatusNotificationRequest {
  return { status: "Idle" };
}
