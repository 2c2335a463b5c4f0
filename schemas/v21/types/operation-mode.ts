import { oneOf } from "../../shape.ts";

/** Who or what decides the power of a vehicle that charges and discharges. */
export const OperationMode = oneOf([
  "Idle",
  "ChargingOnly",
  "CentralSetpoint",
  "ExternalSetpoint",
  "ExternalLimits",
  "CentralFrequency",
  "LocalFrequency",
  "LocalLoadBalancing",
]);
