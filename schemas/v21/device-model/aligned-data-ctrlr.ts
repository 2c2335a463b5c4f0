import { component, optional, readWrite, seconds } from "../../standard-variable.ts";

export const alignedDataCtrlr = component("AlignedDataCtrlr", [
  optional("SignUpdatedReadings", "boolean", readWrite),
  optional("UpstreamInterval", "integer", readWrite, seconds),
  optional("UpstreamMeasurands", "MemberList", readWrite),
]);
