import { component, optional, readWrite, seconds } from "../../standard-variable.ts";

export const sampledDataCtrlr = component("SampledDataCtrlr", [
  optional("SignStartedReadings", "boolean", readWrite),
  optional("SignUpdatedReadings", "boolean", readWrite),
  optional("UpstreamInterval", "integer", readWrite, seconds),
  optional("UpstreamMeasurands", "MemberList", readWrite),
]);
