import { oneOf, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";
import { Tariff } from "../types/tariff.ts";

export const request = object({ transactionId: text(36), tariff: Tariff });

export const response = object({
  status: oneOf([
    "Accepted",
    "Rejected",
    "TooManyElements",
    "ConditionNotSupported",
    "TxNotFound",
    "NoCurrencyChange",
  ]),
  statusInfo: optional(StatusInfo),
});
