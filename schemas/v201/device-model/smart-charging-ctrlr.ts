import {
  component,
  optional,
  readOnly,
  readOnlyOrWrite,
  readWrite,
  required,
  unit,
  values,
} from "../../standard-variable.ts";

export const smartChargingCtrlr = component("SmartChargingCtrlr", [
  optional("ACPhaseSwitchingSupported", "boolean", readOnly),
  optional("Available", "boolean", readOnly),
  optional("Enabled", "boolean", readWrite),
  required("Entries[ChargingProfiles]", "integer", readOnly),
  optional("ExternalControlSignalsEnabled", "boolean", readOnlyOrWrite),
  required("LimitChangeSignificance", "decimal", readWrite, unit("Percent")),
  optional("NotifyChargingLimitWithSchedules", "boolean", readWrite),
  required("PeriodsPerSchedule", "integer", readOnly),
  optional("Phases3to1", "boolean", readOnly),
  required("ProfileStackLevel", "integer", readOnly),
  required("RateUnit", "MemberList", readOnly, values("A", "W")),
]);
