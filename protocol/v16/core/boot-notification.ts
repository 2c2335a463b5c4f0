import type { BootNotificationRequest } from "../../../schemas/v16/core/boot-notification.ts";
import type { StationState } from "../../model/state.ts";

/** 1.6 does not say why the station boots. */
export function bootNotification({ description }: StationState): BootNotificationRequest {
  const { vendor, model, serialNumber, firmwareVersion } = description;
  return {
    chargePointVendor: vendor,
    chargePointModel: model,
    ...(serialNumber === undefined ? {} : { chargePointSerialNumber: serialNumber }),
    ...(firmwareVersion === undefined ? {} : { firmwareVersion }),
  };
}
