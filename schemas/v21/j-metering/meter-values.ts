import { atLeast, some } from "../../shape.ts";
import * as v201 from "../../v201/j-metering/meter-values.ts";
import { MeterValue } from "../types/meter-value.ts";
import { revised } from "../types/object.ts";

export const request = revised(v201.request, {
  /** 0 means the main meter. */
  evseId: atLeast(0),
  meterValue: some(MeterValue),
});

export const response = v201.response;
