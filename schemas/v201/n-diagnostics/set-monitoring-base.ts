import { oneOf } from "../../shape.ts";
import { GenericDeviceModelStatus } from "../types/component.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  monitoringBase: oneOf(["All", "FactoryDefault", "HardWiredOnly"]),
});

export const response = reasoned(GenericDeviceModelStatus);
