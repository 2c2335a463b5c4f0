import { optional } from "../../shape.ts";
import * as v201 from "../../v201/n-diagnostics/log-status-notification.ts";
import { revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export { LogStatusNotificationResponse } from "../../v201/n-diagnostics/log-status-notification.ts";

export const LogStatusNotificationRequest = revised(v201.LogStatusNotificationRequest, {
  statusInfo: optional(StatusInfo),
});
