import { component, optional, readOnly, readWrite, required, seconds } from "../../standard-variable.ts";

export const sampledDataCtrlr = component("SampledDataCtrlr", [
  optional("Available", "boolean", readOnly),
  optional("Enabled", "boolean", readWrite),
  optional("RegisterValuesWithoutPhases", "boolean", readWrite),
  optional("SignReadings", "boolean", readWrite),
  required("TxEndedInterval", "integer", readWrite, seconds),
  required("TxEndedMeasurands", "MemberList", readWrite),
  required("TxStartedMeasurands", "MemberList", readWrite),
  required("TxUpdatedInterval", "integer", readWrite, seconds),
  required("TxUpdatedMeasurands", "MemberList", readWrite),
]);
