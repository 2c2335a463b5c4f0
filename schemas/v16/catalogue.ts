import type { Catalogue } from "../../protocol/validate/catalogue.ts";
import { AuthorizeRequest, AuthorizeResponse } from "./core/authorize.ts";
import { BootNotificationRequest, BootNotificationResponse } from "./core/boot-notification.ts";
import { HeartbeatRequest, HeartbeatResponse } from "./core/heartbeat.ts";
import { StatusNotificationRequest, StatusNotificationResponse } from "./core/status-notification.ts";

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
