import { component, optional, required, seconds, unit } from "../../standard-variable.ts";

const watt = unit("W");
const volt = unit("V");

/** The nameplate of the EVSE's inverter (R01.FR.01). */
const dcderCtrlr = component("DCDERCtrlr", [
  optional("Enabled", "boolean"),
  required("InverterHwVersion", "string"),
  required("InverterManufacturer", "string"),
  required("InverterModel", "string"),
  optional("InverterSerialNumber", "string"),
  required("InverterSwVersion", "string"),
  optional("IslandingDetectionMethod", "OptionList"),
  optional("IslandingDetectionTripTime", "decimal", seconds),
  required("MaxChargeRateVA", "decimal", unit("VA")),
  required("MaxChargeRateW", "decimal", watt),
  optional("MaxV", "decimal", volt),
  required("MaxVA", "decimal", unit("VA")),
  required("MaxVar", "decimal", unit("Var")),
  required("MaxVarNeg", "decimal", unit("Var")),
  required("MaxW", "decimal", watt),
  optional("MinV", "decimal", volt),
  required("ModesSupported", "MemberList"),
  required("OverExcitedPF", "decimal"),
  required("OverExcitedW", "decimal", watt),
  // Siemens is meant, but the appendix says s.
  required("ReactiveSusceptance", "decimal", unit("s")),
  required("UnderExcitedPF", "decimal"),
  required("UnderExcitedW", "decimal", watt),
  optional("VNom", "decimal", volt),
]);

export const derCtrlr = [
  ...dcderCtrlr,
  ...component("ACDERCtrlr", [required("ModesSupported", "MemberList")]),
];
