import { component, optional, readWrite, seconds } from "../../standard-variable.ts";

export const dataCollector = component("DataCollector", [
  optional("DateTime[End]", "dateTime", readWrite),
  optional("DateTime[Start]", "dateTime", readWrite),
  optional("Enabled", "boolean", readWrite),
  optional("SampledMeasurands", "MemberList", readWrite),
  optional("SamplingInterval", "decimal", readWrite, seconds),
]);

export const frequencySimulator = component("FrequencySimulator", [
  optional("DateTime[End]", "dateTime", readWrite),
  optional("DateTime[Start]", "dateTime", readWrite),
  optional("Enabled", "boolean", readWrite),
  optional("FrequencySchedule", "string", readWrite),
]);
