import type {
  ClearedChargingLimitRequest,
  ClearedChargingLimitResponse,
} from "../../../schemas/v201/k-smart-charging/cleared-charging-limit.ts";

export function clearedChargingLimit(_request: ClearedChargingLimitRequest): ClearedChargingLimitResponse {
  return {};
}
