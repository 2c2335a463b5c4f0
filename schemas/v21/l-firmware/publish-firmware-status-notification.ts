import { atLeast, optional, some, text } from "../../shape.ts";
import * as v201 from "../../v201/l-firmware/publish-firmware-status-notification.ts";
import { revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export { PublishFirmwareStatusNotificationResponse } from "../../v201/l-firmware/publish-firmware-status-notification.ts";

export const PublishFirmwareStatusNotificationRequest = revised(
  v201.PublishFirmwareStatusNotificationRequest,
  {
    statusInfo: optional(StatusInfo),
    location: optional(some(text(2000))),
    requestId: optional(atLeast(0)),
  },
);
