import { atMost, component, optional, readOnly, required } from "../../standard-variable.ts";

export const deviceDataCtrlr = component("DeviceDataCtrlr", [
  required("BytesPerMessage[GetReport]", "integer", readOnly),
  required("BytesPerMessage[GetVariables]", "integer", readOnly),
  required("BytesPerMessage[SetVariables]", "integer", readOnly),
  optional("ConfigurationValueSize", "integer", readOnly, atMost(1000)),
  required("ItemsPerMessage[GetReport]", "integer", readOnly),
  required("ItemsPerMessage[GetVariables]", "integer", readOnly),
  required("ItemsPerMessage[SetVariables]", "integer", readOnly),
  optional("ReportingValueSize", "integer", readOnly, atMost(2500)),
  optional("ValueSize", "integer"),
]);
