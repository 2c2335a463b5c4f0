import type { MeterValuesRequest } from "../../../schemas/v201/j-metering/meter-values.ts";
import type { MeterValuesFact } from "../../model/messages/fact.ts";
import { meterValues as wireValues } from "./meter-value.ts";

/** Values outside transaction messages (J01.FR.14, F06.FR.06). */
export function meterValues(fact: MeterValuesFact): MeterValuesRequest {
  return { evseId: fact.evse, meterValue: wireValues(fact.readings) };
}
