import type {
  SecurityEventNotificationRequest,
  SecurityEventNotificationResponse,
} from "../../../schemas/v201/a-security/security-event-notification.ts";

export function securityEventNotification(
  _request: SecurityEventNotificationRequest,
): SecurityEventNotificationResponse {
  return {};
}
