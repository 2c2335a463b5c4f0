import { closed, integer, oneOf, optional } from "../../shape.ts";

export const request = closed({
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

export const response = closed({
  status: oneOf(["Accepted", "Rejected", "NotImplemented"]),
});
