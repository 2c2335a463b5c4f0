import { atLeast, oneOf } from "../../shape.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";
import { Tariff } from "../types/tariff.ts";

export const request = object({
  /** 0 means all. */
  evseId: atLeast(0),
  tariff: Tariff,
});

export const response = reasoned(
  oneOf(["Accepted", "Rejected", "TooManyElements", "ConditionNotSupported", "DuplicateTariffId"]),
);
