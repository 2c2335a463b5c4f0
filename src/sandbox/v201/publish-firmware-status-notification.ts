import type {
  PublishFirmwareStatusNotificationRequest,
  PublishFirmwareStatusNotificationResponse,
} from "../../../schemas/v201/l-firmware/publish-firmware-status-notification.ts";

export function publishFirmwareStatusNotification(
  _request: PublishFirmwareStatusNotificationRequest,
): PublishFirmwareStatusNotificationResponse {
  return {};
}
