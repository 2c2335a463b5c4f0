import type { Static } from "typebox";
import { dateTime, integer, oneOf, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({
  reason: oneOf([
    "ApplicationReset",
    "FirmwareUpdate",
    "LocalReset",
    "PowerUp",
    "RemoteReset",
    "ScheduledReset",
    "Triggered",
    "Unknown",
    "Watchdog",
  ]),
  chargingStation: object({
    model: text(20),
    vendorName: text(50),
    serialNumber: optional(text(25)),
    firmwareVersion: optional(text(50)),
    modem: optional(object({ iccid: optional(text(20)), imsi: optional(text(20)) })),
  }),
});
export type BootNotificationRequest = Static<typeof request>;

export const response = object({
  currentTime: dateTime(),
  /** Seconds: heartbeat interval when accepted, else the wait before the next attempt. */
  interval: integer(),
  status: oneOf(["Accepted", "Pending", "Rejected"]),
  statusInfo: optional(StatusInfo),
});
export type BootNotificationResponse = Static<typeof response>;
