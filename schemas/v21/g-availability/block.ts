import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms, station } from "../../entry.ts";
import { ChangeAvailabilityRequest, ChangeAvailabilityResponse } from "./change-availability.ts";
import { HeartbeatRequest, HeartbeatResponse } from "./heartbeat.ts";
import { StatusNotificationRequest, StatusNotificationResponse } from "./status-notification.ts";

const name = "G Availability";

export const availability: Catalogue = {
  ChangeAvailability: csms(name, ChangeAvailabilityRequest, ChangeAvailabilityResponse),
  Heartbeat: station(name, HeartbeatRequest, HeartbeatResponse),
  StatusNotification: station(name, StatusNotificationRequest, StatusNotificationResponse),
};
