import type { Static } from "typebox";
import { integer, some } from "../../shape.ts";
import { MeterValue } from "../types/meter-value.ts";
import { object } from "../types/object.ts";

export const request = object({
  /** 0 means the main meter. */
  evseId: integer(),
  meterValue: some(MeterValue),
});
export type MeterValuesRequest = Static<typeof request>;

export const response = object({});
