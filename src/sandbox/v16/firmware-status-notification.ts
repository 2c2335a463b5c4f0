import type {
  FirmwareStatusNotificationRequest,
  FirmwareStatusNotificationResponse,
} from "../../../schemas/v16/firmware/firmware-status-notification.ts";

export function firmwareStatusNotification(
  _request: FirmwareStatusNotificationRequest,
): FirmwareStatusNotificationResponse {
  return {};
}
