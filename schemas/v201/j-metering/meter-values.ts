import type { Static } from "typebox";
import { integer, some } from "../../shape.ts";
import { MeterValue } from "../types/meter-value.ts";
import { object } from "../types/object.ts";

export const MeterValuesRequest = object({
  /** 0 means the main meter. */
  evseId: integer(),
  meterValue: some(MeterValue),
});
export type MeterValuesRequest = Static<typeof MeterValuesRequest>;

export const MeterValuesResponse = object({});
