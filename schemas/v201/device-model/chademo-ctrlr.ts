import { component, optional } from "../../standard-variable.ts";

export const chademoCtrlr = component("CHAdeMOCtrlr", [
  optional("AutoManufacturerCode", "integer"),
  optional("CHAdeMOProtocolNumber", "integer"),
  optional("DynamicControl", "boolean"),
  optional("HighCurrentControl", "boolean"),
  optional("HighVoltageControl", "boolean"),
  optional("SelftestActive", "boolean"),
  optional("VehicleStatus", "boolean"),
]);
