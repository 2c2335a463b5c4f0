import type { LogStatusNotificationRequest } from "../../../schemas/v16/security/log-status-notification.ts";

/** No upload runs (WP §5.8). */
export function logStatusNotification(): LogStatusNotificationRequest {
  return { status: "Idle" };
}
