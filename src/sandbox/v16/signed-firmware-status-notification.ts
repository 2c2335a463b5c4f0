import type {
  SignedFirmwareStatusNotificationRequest,
  SignedFirmwareStatusNotificationResponse,
} from "../../../schemas/v16/security/signed-firmware-status-notification.ts";

export function signedFirmwareStatusNotification(
  _request: SignedFirmwareStatusNotificationRequest,
): SignedFirmwareStatusNotificationResponse {
  return {};
}
