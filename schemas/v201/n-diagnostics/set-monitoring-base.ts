import { oneOf, optional } from "../../shape.ts";
import { GenericDeviceModelStatus } from "../types/component.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({
  monitoringBase: oneOf(["All", "FactoryDefault", "HardWiredOnly"]),
});

export const response = object({
  status: GenericDeviceModelStatus,
  statusInfo: optional(StatusInfo),
});
