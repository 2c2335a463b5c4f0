import type { Static } from "typebox";
import { atLeast } from "../../shape.ts";
import * as v201 from "../../v201/h-reservation/cancel-reservation.ts";
import { object } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const CancelReservationRequest = object({ reservationId: atLeast(0) });
export type CancelReservationRequest = Static<typeof CancelReservationRequest>;

export const CancelReservationResponse = explained(v201.CancelReservationResponse);
export type CancelReservationResponse = Static<typeof CancelReservationResponse>;
