import type {
  SecurityEventNotificationRequest,
  SecurityEventNotificationResponse,
} from "../../../schemas/v16/security/security-event-notification.ts";

export function securityEventNotification(
  _request: SecurityEventNotificationRequest,
): SecurityEventNotificationResponse {
  return {};
}
