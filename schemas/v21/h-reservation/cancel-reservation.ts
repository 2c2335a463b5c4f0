import { atLeast } from "../../shape.ts";
import * as v201 from "../../v201/h-reservation/cancel-reservation.ts";
import { object } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const CancelReservationRequest = object({ reservationId: atLeast(0) });

export const CancelReservationResponse = explained(v201.CancelReservationResponse);
