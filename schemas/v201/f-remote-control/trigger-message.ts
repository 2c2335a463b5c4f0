import type { Static } from "typebox";
import { oneOf, optional } from "../../shape.ts";
import { EVSE } from "../types/component.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  requestedMessage: oneOf([
    "BootNotification",
    "LogStatusNotification",
    "FirmwareStatusNotification",
    "Heartbeat",
    "MeterValues",
    "SignChargingStationCertificate",
    "SignV2GCertificate",
    "StatusNotification",
    "TransactionEvent",
    "SignCombinedCertificate",
    "PublishFirmwareStatusNotification",
  ]),
  evse: optional(EVSE),
});

export const response = reasoned(oneOf(["Accepted", "Rejected", "NotImplemented"]));
export type TriggerMessageResponse = Static<typeof response>;
