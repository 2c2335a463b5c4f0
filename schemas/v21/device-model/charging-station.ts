import { component, optional, readOnly, requiredForV2x, unit, values } from "../../standard-variable.ts";

const states = values("EVConnected", "Charging", "SuspendedEV", "SuspendedEVSE", "Idle");

export const chargingStation = component("ChargingStation", [
  optional("ActiveTransactionId", "string", readOnly),
]);

export const evse = component("EVSE", [
  optional("ActiveTransactionId", "string", readOnly),
  optional("ChargingState", "OptionList", readOnly, states),
  optional("DCInputPhaseControl", "boolean", readOnly),
  requiredForV2x("DischargePower", "decimal", readOnly, unit("W", "kW")),
]);

export const connector = component("Connector", [
  optional("SlotStatus", "OptionList", readOnly, values("Open", "Locked", "Faulted")),
]);

export const fiscalMetering = component("FiscalMetering", [optional("PublicKey", "string", readOnly)]);
