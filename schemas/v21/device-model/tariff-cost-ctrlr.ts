import {
  atLeast,
  atMost,
  component,
  optional,
  readOnly,
  readWrite,
  required,
  seconds,
  values,
} from "../../standard-variable.ts";

const reactions = values("Deauthorize", "UseDefaultTariff", "CentralCost");

export const tariffCostCtrlr = component("TariffCostCtrlr", [
  optional("ConditionsSupported[Tariff]", "boolean", readOnly),
  optional("Enabled[RunningCost]", "boolean", readWrite),
  optional("HandleFailedTariff[Tariff]", "OptionList", readWrite, reactions),
  optional("Interval[Cost]", "integer", readWrite, seconds, atLeast(1)),
  optional("Interval[Tariff]", "integer", readWrite, seconds, atLeast(0)),
  optional("MaxElements[Tariff]", "integer", readOnly, atLeast(0)),
  optional("OfflineTariffFallbackMessage[<language>]", "string", readWrite, atMost(512)),
  required("TariffFallbackMessage[<language>]", "string", readWrite, atMost(512)),
  required("TotalCostFallbackMessage[<language>]", "string", readWrite, atMost(512)),
]);
