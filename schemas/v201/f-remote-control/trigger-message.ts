import type { Static } from "typebox";
import { oneOf, optional } from "../../shape.ts";
import { EVSE } from "../types/component.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

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

export const response = object({
  status: oneOf(["Accepted", "Rejected", "NotImplemented"]),
  statusInfo: optional(StatusInfo),
});
export type TriggerMessageResponse = Static<typeof response>;
