import type {
  LogStatusNotificationRequest,
  LogStatusNotificationResponse,
} from "../../../schemas/v16/security/log-status-notification.ts";

export function logStatusNotification(_request: LogStatusNotificationRequest): LogStatusNotificationResponse {
  return {};
}
