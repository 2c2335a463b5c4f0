import type {
  ReservationStatusUpdateRequest,
  ReservationStatusUpdateResponse,
} from "../../../schemas/v201/h-reservation/reservation-status-update.ts";

export function reservationStatusUpdate(
  _request: ReservationStatusUpdateRequest,
): ReservationStatusUpdateResponse {
  return {};
}
