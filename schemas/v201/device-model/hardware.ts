import { component, optional, readOnly, unit } from "../../standard-variable.ts";

const energy = unit("Wh", "kWh");

/** Physical components with few variables of their own; the others only have those of any component. */
export const hardware = [
  ...component("ConnectedEV", [
    optional("ProtocolAgreed", "string", readOnly),
    optional("ProtocolSupportedByEV[<Priority>]", "string", readOnly),
    optional("VehicleID", "string"),
  ]),
  ...component("Controller", [optional("MaxMsgElements", "integer")]),
  ...component("CPPWMController", [optional("State", "string")]),
  ...component("DistributionPanel", [
    optional("ChargingStation", "string"),
    optional("DistributionPanel", "string"),
    optional("Fuse[<n>]", "integer", unit("A")),
  ]),
  ...component("FiscalMetering", [
    optional("EnergyExport", "decimal", energy),
    optional("EnergyExportRegister", "decimal", energy),
    optional("EnergyImport", "decimal", energy),
    optional("EnergyImportRegister", "decimal", energy),
  ]),
  ...component("LocalEnergyStorage", [optional("Capacity", "decimal", unit("Wh"))]),
  ...component("TokenReader", [optional("Token", "string"), optional("TokenType", "OptionList")]),
];
