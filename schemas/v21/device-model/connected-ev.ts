import {
  attributes,
  component,
  optional,
  readOnly,
  requiredForV2x,
  seconds,
  unit,
} from "../../standard-variable.ts";

const limits = attributes("MinSet", "MaxSet");
const maximum = attributes("MaxSet");
const minimum = attributes("MinSet");
const target = attributes("Target");
const percent = unit("%");

/** What the EV told, mostly by ISO 15118-20. */
export const connectedEv = component("ConnectedEV", [
  optional("ACCurrent", "decimal", limits, unit("A")),
  optional("BatteryCapacity", "decimal", unit("Wh")),
  optional("ChargingCompleteBulk", "boolean"),
  optional("ChargingCompleteFull", "boolean"),
  optional("ChargingState", "OptionList"),
  optional("DCCurrent", "decimal", limits, unit("A")),
  // Volt stands in the appendix for this current.
  optional("DCCurrent", "decimal", target, unit("V")),
  optional("DCVoltage", "decimal", limits, unit("V")),
  optional("DCVoltage", "decimal", target, unit("V")),
  optional("DepartureTime", "dateTime"),
  optional("DischargePower", "decimal", maximum, unit("W")),
  optional("EnergyImport", "decimal", maximum, unit("Wh")),
  optional("EnergyImport", "decimal", minimum, unit("Wh")),
  optional("EnergyImport", "decimal", target, unit("Wh")),
  optional("Power", "decimal", maximum, unit("W")),
  requiredForV2x("ProtocolAgreed", "string", readOnly),
  requiredForV2x("ProtocolSupportedByEV[<Priority>]", "string", readOnly),
  optional("RemainingTimeBulk", "integer", seconds),
  optional("RemainingTimeFull", "integer", seconds),
  optional("StateOfCharge", "integer", percent),
  optional("StateOfCharge", "integer", maximum, percent),
  optional("StateOfChargeBulk", "integer", percent),
  requiredForV2x("VehicleCertificate[Leaf]", "string"),
  requiredForV2x("VehicleCertificate[Root]", "string"),
  requiredForV2x("VehicleCertificate[SubCA1]", "string"),
  requiredForV2x("VehicleCertificate[SubCA2]", "string"),
  requiredForV2x("VehicleID", "string"),
]);
