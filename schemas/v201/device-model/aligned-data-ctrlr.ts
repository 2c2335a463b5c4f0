import { component, optional, readOnly, readWrite, required, seconds } from "../../standard-variable.ts";

export const alignedDataCtrlr = component("AlignedDataCtrlr", [
  optional("Available", "boolean", readOnly),
  optional("Enabled", "boolean", readWrite),
  required("Interval", "integer", readWrite, seconds),
  required("Measurands", "MemberList", readWrite),
  optional("SendDuringIdle", "boolean", readWrite),
  optional("SignReadings", "boolean", readWrite),
  required("TxEndedInterval", "integer", readWrite, seconds),
  required("TxEndedMeasurands", "MemberList", readWrite),
]);
