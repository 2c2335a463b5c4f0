import { atMost, component, optional, readOnly, readWrite, required } from "../../standard-variable.ts";

export const tariffCostCtrlr = component("TariffCostCtrlr", [
  optional("Available[Cost]", "boolean", readOnly),
  optional("Available[Tariff]", "boolean", readOnly),
  required("Currency", "string", readWrite, atMost(3)),
  optional("Enabled[Cost]", "boolean", readWrite),
  optional("Enabled[Tariff]", "boolean", readWrite),
  required("TariffFallbackMessage", "string", readWrite, atMost(255)),
  required("TotalCostFallbackMessage", "string", readWrite, atMost(255)),
]);
