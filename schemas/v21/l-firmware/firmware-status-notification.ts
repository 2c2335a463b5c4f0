import { optional } from "../../shape.ts";
import * as v201 from "../../v201/l-firmware/firmware-status-notification.ts";
import { revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export { FirmwareStatusNotificationResponse } from "../../v201/l-firmware/firmware-status-notification.ts";

export const FirmwareStatusNotificationRequest = revised(v201.FirmwareStatusNotificationRequest, {
  statusInfo: optional(StatusInfo),
});
