import { component, optional, readOnly } from "../../standard-variable.ts";

export const monitoringCtrlr = component("MonitoringCtrlr", [
  optional("MaxPeriodicEventStreams", "integer", readOnly),
]);
