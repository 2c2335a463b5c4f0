import type {
  LogStatusNotificationRequest,
  LogStatusNotificationResponse,
} from "../../../schemas/v201/n-diagnostics/log-status-notification.ts";

export function logStatusNotification(_request: LogStatusNotificationRequest): LogStatusNotificationResponse {
  return {};
}
