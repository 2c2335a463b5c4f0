import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms, station } from "../../entry.ts";
import { CancelReservationRequest, CancelReservationResponse } from "./cancel-reservation.ts";
import {
  ReservationStatusUpdateRequest,
  ReservationStatusUpdateResponse,
} from "./reservation-status-update.ts";
import { ReserveNowRequest, ReserveNowResponse } from "./reserve-now.ts";

const name = "H Reservation";

export const reservation: Catalogue = {
  CancelReservation: csms(name, CancelReservationRequest, CancelReservationResponse),
  ReservationStatusUpdate: station(name, ReservationStatusUpdateRequest, ReservationStatusUpdateResponse),
  ReserveNow: csms(name, ReserveNowRequest, ReserveNowResponse),
};
