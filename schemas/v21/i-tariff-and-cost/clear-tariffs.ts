import { atLeast, oneOf, optional, some, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const ClearTariffsResult = object({
  tariffId: optional(text(60)),
  status: oneOf(["Accepted", "Rejected", "NoTariff"]),
  statusInfo: optional(StatusInfo),
});

export const request = object({
  tariffIds: optional(some(text(60))),
  evseId: optional(atLeast(0)),
});

export const response = object({ clearTariffsResult: some(ClearTariffsResult) });
