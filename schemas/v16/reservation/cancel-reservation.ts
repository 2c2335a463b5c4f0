import { closed, integer, oneOf } from "../../shape.ts";

export const CancelReservationRequest = closed({ reservationId: integer() });

export const CancelReservationResponse = closed({ status: oneOf(["Accepted", "Rejected"]) });
