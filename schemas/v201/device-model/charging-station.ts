import { component, optional, readOnly, readWrite, required, unit, values } from "../../standard-variable.ts";

const states = values("Available", "Occupied", "Reserved", "Unavailable", "Faulted");

export const chargingStation = component("ChargingStation", [
  optional("AllowNewSessionsPendingFirmwareUpdate", "boolean", readWrite),
  required("AvailabilityState", "OptionList", readOnly, states),
  required("Available", "boolean", readOnly),
  optional("Model", "string"),
  required("SupplyPhases", "integer", readOnly),
  optional("VendorName", "string"),
]);

export const evse = component("EVSE", [
  optional("AllowReset", "boolean", readOnly),
  required("AvailabilityState", "OptionList", readOnly, states),
  required("Available", "boolean", readOnly),
  optional("EvseId", "string"),
  optional("ISO15118EvseId", "string", readWrite),
  required("Power", "decimal", readOnly, unit("W", "kW")),
  required("SupplyPhases", "integer", readOnly),
]);

export const connector = component("Connector", [
  optional("AvailabilityState", "OptionList", readOnly, states),
  required("Available", "boolean", readOnly),
  optional("ChargeProtocol", "string"),
  required("ConnectorType", "string", readOnly),
  required("SupplyPhases", "integer", readOnly),
]);
