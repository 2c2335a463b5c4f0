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

export const DERControlStatus = oneOf(["Accepted", "Rejected", "NotSupported", "NotFound"]);
