import type { DiagnosticsStatusNotificationRequest } from "../../../schemas/v16/firmware/diagnostics-status-notification.ts";

/** No upload runs (1.6 C §4.4). */
export function diagnosticsStatusNotification(): DiagnosticsStatusNotificationRequest {
  return { status: "Idle" };
}
