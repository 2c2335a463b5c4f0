import type {
  FirmwareStatusNotificationRequest,
  FirmwareStatusNotificationResponse,
} from "../../../schemas/v201/l-firmware/firmware-status-notification.ts";

export function firmwareStatusNotification(
  _request: FirmwareStatusNotificationRequest,
): FirmwareStatusNotificationResponse {
  return {};
}
