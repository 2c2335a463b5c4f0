import {
  atLeast,
  component,
  optional,
  readOnly,
  readOnlyOrWrite,
  seconds,
  values,
} from "../../standard-variable.ts";

export const txCtrlr = component("TxCtrlr", [
  optional("AllowEnergyTransferResumption", "boolean", readOnlyOrWrite),
  optional("ResumptionTimeout", "integer", readOnlyOrWrite, seconds, atLeast(0)),
  optional("SupportedLimits", "MemberList", readOnly, values("maxCost", "maxEnergy", "maxLength", "maxSoC")),
]);
