import type { Static } from "typebox";
import { closed, integer, oneOf, optional } from "../../shape.ts";

export const request = closed({
  requestedMessage: oneOf([
    "BootNotification",
    "DiagnosticsStatusNotification",
    "FirmwareStatusNotification",
    "Heartbeat",
    "MeterValues",
    "StatusNotification",
  ]),
  connectorId: optional(integer()),
});

export const response = closed({ status: oneOf(["Accepted", "Rejected", "NotImplemented"]) });
export type TriggerMessageResponse = Static<typeof response>;
