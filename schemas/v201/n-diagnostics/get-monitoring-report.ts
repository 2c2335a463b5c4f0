import { integer, oneOf, optional, some } from "../../shape.ts";
import { ComponentVariable, GenericDeviceModelStatus } from "../types/component.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  requestId: integer(),
  componentVariable: optional(some(ComponentVariable)),
  monitoringCriteria: optional(
    some(oneOf(["ThresholdMonitoring", "DeltaMonitoring", "PeriodicMonitoring"]), 3),
  ),
});

export const response = reasoned(GenericDeviceModelStatus);
