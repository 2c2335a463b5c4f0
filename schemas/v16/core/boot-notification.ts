import type { Static } from "typebox";
import { closed, dateTime, integer, oneOf, optional, text } from "../../shape.ts";

export const request = closed({
  chargePointVendor: text(20),
  chargePointModel: text(20),
  chargePointSerialNumber: optional(text(25)),
  chargeBoxSerialNumber: optional(text(25)),
  firmwareVersion: optional(text(50)),
  iccid: optional(text(20)),
  imsi: optional(text(20)),
  meterType: optional(text(25)),
  meterSerialNumber: optional(text(25)),
});
export type BootNotificationRequest = Static<typeof request>;

export const response = closed({
  status: oneOf(["Accepted", "Pending", "Rejected"]),
  currentTime: dateTime(),
  interval: integer(),
});
export type BootNotificationResponse = Static<typeof response>;
