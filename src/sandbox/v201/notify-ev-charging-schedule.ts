import type {
  NotifyEVChargingScheduleRequest,
  NotifyEVChargingScheduleResponse,
} from "../../../schemas/v201/k-smart-charging/notify-ev-charging-schedule.ts";

/** K15.FR.11: the sandbox sets no limits, so every schedule of an EV is within them. */
export function notifyEVChargingSchedule(
  _request: NotifyEVChargingScheduleRequest,
): NotifyEVChargingScheduleResponse {
  return { status: "Accepted" };
}
