import { integer, oneOf } from "../../shape.ts";
import { object } from "../types/object.ts";

export const ReservationStatusUpdateRequest = object({
  reservationId: integer(),
  reservationUpdateStatus: oneOf(["Expired", "Removed"]),
});

export const ReservationStatusUpdateResponse = object({});
