import type {
  MeterValuesRequest,
  MeterValuesResponse,
} from "../../../../../schemas/v16/core/meter-values.ts";
import type { AnswerContext } from "../../answer.ts";

/** Always answered, whatever the content (1.6 §4.7). */
export function meterValues(request: MeterValuesRequest, context: AnswerContext): MeterValuesResponse {
  if (request.transactionId === undefined) return {};
  for (const { timestamp, sampledValue } of request.meterValue) {
    const reading = sampledValue.find(
      (each) =>
        (each.measurand ?? "Energy.Active.Import.Register") === "Energy.Active.Import.Register" &&
        each.format !== "SignedData" &&
        each.phase === undefined,
    );
    const value = Number(reading?.value);
    if (reading === undefined || !Number.isFinite(value)) continue;
    context.transactions.note(String(request.transactionId), timestamp, {
      evse: request.connectorId,
      reading: reading.unit === "kWh" ? value * 1000 : value,
    });
  }
  return {};
}
