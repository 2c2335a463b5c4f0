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

export const ExtendedTriggerMessageResponse = closed({
  status: oneOf(["Accepted", "Rejected", "NotImplemented"]),
});
