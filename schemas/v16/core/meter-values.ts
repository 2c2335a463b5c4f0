import type { Static } from "typebox";
import { closed, integer, list, optional } from "../../shape.ts";
import { MeterValue } from "../types/meter-value.ts";

export const request = closed({
  /** 0 means the main meter. */
  connectorId: integer(),
  transactionId: optional(integer()),
  meterValue: list(MeterValue),
});
export type MeterValuesRequest = Static<typeof request>;

export const response = closed({});
export type MeterValuesResponse = Static<typeof response>;
