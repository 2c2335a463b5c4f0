import { atMost, component, optional, readOnly } from "../../standard-variable.ts";

export const deviceDataCtrlr = component("DeviceDataCtrlr", [
  optional("ConfigurationValueSize", "integer", readOnly, atMost(2500)),
]);
