import type {
  MeterValuesRequest,
  MeterValuesResponse,
} from "../../../schemas/v201/j-metering/meter-values.ts";

/** Always answered (J01.FR.18). */
export function meterValues(_request: MeterValuesRequest): MeterValuesResponse {
  return {};
}
