import { integer, oneOf, optional, some } from "../../shape.ts";
import { ComponentVariable, GenericDeviceModelStatus } from "../types/component.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  requestId: integer(),
  componentVariable: optional(some(ComponentVariable)),
  componentCriteria: optional(some(oneOf(["Active", "Available", "Enabled", "Problem"]), 4)),
});

export const response = reasoned(GenericDeviceModelStatus);
