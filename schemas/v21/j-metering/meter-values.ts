import { atLeast, some } from "../../shape.ts";
import { MeterValue } from "../types/meter-value.ts";
import { object } from "../types/object.ts";

export { response } from "../../v201/j-metering/meter-values.ts";

export const request = object({
  /** 0 means the main meter. */
  evseId: atLeast(0),
  meterValue: some(MeterValue),
});
