import { oneOf, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";
import { Tariff } from "../types/tariff.ts";

export const request = object({ transactionId: text(36), tariff: Tariff });

export const response = reasoned(
  oneOf([
    "Accepted",
    "Rejected",
    "TooManyElements",
    "ConditionNotSupported",
    "TxNotFound",
    "NoCurrencyChange",
  ]),
);
