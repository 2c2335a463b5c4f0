import type {
  DiagnosticsStatusNotificationRequest,
  DiagnosticsStatusNotificationResponse,
} from "../../../schemas/v16/firmware/diagnostics-status-notification.ts";

export function diagnosticsStatusNotification(
  _request: DiagnosticsStatusNotificationRequest,
): DiagnosticsStatusNotificationResponse {
  return {};
}
