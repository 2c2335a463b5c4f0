import { component, optional, readOnly, readWrite, seconds, unit, values } from "../../standard-variable.ts";

const percent = unit("%");

export const batterySwapCtrlr = component("BatterySwapCtrlr", [
  optional("IdToken", "string", readWrite),
  optional("MaxSoc", "integer", readWrite, percent),
  optional("TargetSoC", "integer", readWrite, percent),
  optional("Timeout[In]", "integer", readWrite, seconds),
  optional("Timeout[Out]", "integer", readWrite, seconds),
]);

export const batteryCartridge = component("BatteryCartridge", [
  optional("SoC", "integer", readOnly, percent),
  optional("SoH", "integer", readOnly, percent),
  optional("WorkingMode", "OptionList", readOnly, values("CC", "CV", "Full", "Ready", "Standby")),
]);
