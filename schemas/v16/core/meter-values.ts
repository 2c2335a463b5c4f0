import type { Static } from "typebox";
import { closed, integer, list, optional } from "../../shape.ts";
import { MeterValue } from "../types/meter-value.ts";

export const MeterValuesRequest = closed({
  /** 0 means the main meter. */
  connectorId: integer(),
  transactionId: optional(integer()),
  meterValue: list(MeterValue),
});
export type MeterValuesRequest = Static<typeof MeterValuesRequest>;

export const MeterValuesResponse = closed({});
export type MeterValuesResponse = Static<typeof MeterValuesResponse>;
