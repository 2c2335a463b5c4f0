import type {
  StatusNotificationRequest,
  StatusNotificationResponse,
} from "../../../schemas/v201/g-availability/status-notification.ts";

export function statusNotification(_request: StatusNotificationRequest): StatusNotificationResponse {
  return {};
}
