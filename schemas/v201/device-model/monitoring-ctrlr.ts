import {
  atLeast,
  atMost,
  component,
  optional,
  readOnly,
  readWrite,
  required,
  values,
} from "../../standard-variable.ts";

export const monitoringCtrlr = component("MonitoringCtrlr", [
  optional("ActiveMonitoringBase", "OptionList", readOnly, values("All", "FactoryDefault", "HardWiredOnly")),
  optional("ActiveMonitoringLevel", "integer", readOnly, atLeast(0), atMost(9)),
  optional("Available", "boolean", readOnly),
  optional("BytesPerMessage[ClearVariableMonitoring]", "integer", readOnly),
  required("BytesPerMessage[SetVariableMonitoring]", "integer", readOnly),
  optional("Enabled", "boolean", readWrite),
  optional("ItemsPerMessage[ClearVariableMonitoring]", "integer", readOnly),
  required("ItemsPerMessage[SetVariableMonitoring]", "integer", readOnly),
  optional("MonitoringBase", "OptionList", readOnly),
  optional("MonitoringLevel", "integer", readOnly),
  optional("OfflineQueuingSeverity", "integer", readWrite),
]);
