import type {
  NotifyChargingLimitRequest,
  NotifyChargingLimitResponse,
} from "../../../schemas/v201/k-smart-charging/notify-charging-limit.ts";

export function notifyChargingLimit(_request: NotifyChargingLimitRequest): NotifyChargingLimitResponse {
  return {};
}
