import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms } from "../../entry.ts";
import {
  ChangeTransactionTariffRequest,
  ChangeTransactionTariffResponse,
} from "./change-transaction-tariff.ts";
import { ClearTariffsRequest, ClearTariffsResponse } from "./clear-tariffs.ts";
import { CostUpdatedRequest, CostUpdatedResponse } from "./cost-updated.ts";
import { GetTariffsRequest, GetTariffsResponse } from "./get-tariffs.ts";
import { SetDefaultTariffRequest, SetDefaultTariffResponse } from "./set-default-tariff.ts";

const name = "I Tariff and cost";

export const tariffAndCost: Catalogue = {
  ChangeTransactionTariff: csms(name, ChangeTransactionTariffRequest, ChangeTransactionTariffResponse),
  ClearTariffs: csms(name, ClearTariffsRequest, ClearTariffsResponse),
  CostUpdated: csms(name, CostUpdatedRequest, CostUpdatedResponse),
  GetTariffs: csms(name, GetTariffsRequest, GetTariffsResponse),
  SetDefaultTariff: csms(name, SetDefaultTariffRequest, SetDefaultTariffResponse),
};
