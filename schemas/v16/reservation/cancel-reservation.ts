import type { Static } from "typebox";
import { closed, integer, oneOf } from "../../shape.ts";

export const CancelReservationRequest = closed({ reservationId: integer() });
export type CancelReservationRequest = Static<typeof CancelReservationRequest>;

export const CancelReservationResponse = closed({ status: oneOf(["Accepted", "Rejected"]) });
export type CancelReservationResponse = Static<typeof CancelReservationResponse>;
