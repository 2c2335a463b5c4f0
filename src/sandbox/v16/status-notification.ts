import type {
  StatusNotificationRequest,
  StatusNotificationResponse,
} from "../../../schemas/v16/core/status-notification.ts";

export function statusNotification(_request: StatusNotificationRequest): StatusNotificationResponse {
  return {};
}
