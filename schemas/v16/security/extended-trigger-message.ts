import type { Static } from "typebox";
import { closed, integer, oneOf, optional } from "../../shape.ts";

export const ExtendedTriggerMessageRequest = closed({
  requestedMessage: oneOf([
    "BootNotification",
    "LogStatusNotification",
    "FirmwareStatusNotification",
    "Heartbeat",
    "MeterValues",
    "SignChargePointCertificate",
    "StatusNotification",
  ]),
  connectorId: optional(integer()),
});
export type ExtendedTriggerMessageRequest = Static<typeof ExtendedTriggerMessageRequest>;

export const ExtendedTriggerMessageResponse = closed({
  status: oneOf(["Accepted", "Rejected", "NotImplemented"]),
});
export type ExtendedTriggerMessageResponse = Static<typeof ExtendedTriggerMessageResponse>;
