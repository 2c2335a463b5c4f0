import { integer, oneOf, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const CancelReservationRequest = object({ reservationId: integer() });

export const CancelReservationResponse = object({
  status: oneOf(["Accepted", "Rejected"]),
  statusInfo: optional(StatusInfo),
});
