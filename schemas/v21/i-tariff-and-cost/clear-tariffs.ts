import type { Static } from "typebox";
import { atLeast, oneOf, optional, some, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const ClearTariffsResult = object({
  tariffId: optional(text(60)),
  status: oneOf(["Accepted", "Rejected", "NoTariff"]),
  statusInfo: optional(StatusInfo),
});
export type ClearTariffsResult = Static<typeof ClearTariffsResult>;

export const ClearTariffsRequest = object({
  tariffIds: optional(some(text(60))),
  evseId: optional(atLeast(0)),
});
export type ClearTariffsRequest = Static<typeof ClearTariffsRequest>;

export const ClearTariffsResponse = object({ clearTariffsResult: some(ClearTariffsResult) });
export type ClearTariffsResponse = Static<typeof ClearTariffsResponse>;
