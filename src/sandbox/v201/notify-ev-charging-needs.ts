import type {
  NotifyEVChargingNeedsRequest,
  NotifyEVChargingNeedsResponse,
} from "../../../schemas/v201/k-smart-charging/notify-ev-charging-needs.ts";

/** K15.FR.04: the sandbox makes no schedules. */
export function notifyEVChargingNeeds(_request: NotifyEVChargingNeedsRequest): NotifyEVChargingNeedsResponse {
  return { status: "Rejected" };
}
