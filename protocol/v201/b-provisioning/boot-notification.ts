import type { BootNotificationRequest } from "../../../schemas/v201/b-provisioning/boot-notification.ts";
import type { BootFact } from "../../model/messages/fact.ts";
import type { StationState } from "../../model/state.ts";

/** B01.FR.01, B01.FR.03. */
export function bootNotification(fact: BootFact, { description }: StationState): BootNotificationRequest {
  const { vendor, model, serialNumber, firmwareVersion } = description;
  return {
    reason: fact.reason,
    chargingStation: {
      vendorName: vendor,
      model,
      ...(serialNumber === undefined ? {} : { serialNumber }),
      ...(firmwareVersion === undefined ? {} : { firmwareVersion }),
    },
  };
}
