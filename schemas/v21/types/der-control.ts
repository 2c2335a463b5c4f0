import type { Static } from "typebox";
import { oneOf } from "../../shape.ts";

/** What can be asked of a distributed energy resource. */
export const DERControl = oneOf([
  "EnterService",
  "FreqDroop",
  "FreqWatt",
  "FixedPFAbsorb",
  "FixedPFInject",
  "FixedVar",
  "Gradients",
  "HFMustTrip",
  "HFMayTrip",
  "HVMustTrip",
  "HVMomCess",
  "HVMayTrip",
  "LimitMaxDischarge",
  "LFMustTrip",
  "LVMustTrip",
  "LVMomCess",
  "LVMayTrip",
  "PowerMonitoringMustTrip",
  "VoltVar",
  "VoltWatt",
  "WattPF",
  "WattVar",
]);
export type DERControl = Static<typeof DERControl>;

export const DERControlStatus = oneOf(["Accepted", "Rejected", "NotSupported", "NotFound"]);
export type DERControlStatus = Static<typeof DERControlStatus>;
