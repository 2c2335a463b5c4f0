import type { Catalogue } from "../../protocol/validate/catalogue.ts";
import { AuthorizeRequest, AuthorizeResponse } from "./c-authorization/authorize.ts";
import { BootNotificationRequest, BootNotificationResponse } from "./b-provisioning/boot-notification.ts";
import { HeartbeatRequest, HeartbeatResponse } from "./g-availability/heartbeat.ts";
import {
  StatusNotificationRequest,
  StatusNotificationResponse,
} from "./g-availability/status-notification.ts";

export const catalogue: Catalogue = {
  Authorize: { sender: "station", block: "Core", request: AuthorizeRequest, response: AuthorizeResponse },
  BootNotification: {
    sender: "station",
    block: "Core",
    request: BootNotificationRequest,
    response: BootNotificationResponse,
  },
  Heartbeat: { sender: "station", block: "Core", request: HeartbeatRequest, response: HeartbeatResponse },
  StatusNotification: {
    sender: "station",
    block: "Core",
    request: StatusNotificationRequest,
    response: StatusNotificationResponse,
  },
};
