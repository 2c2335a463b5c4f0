import type { Static } from "typebox";
import { integer, oneOf } from "../../shape.ts";
import { object } from "../types/object.ts";

export const ReservationStatusUpdateRequest = object({
  reservationId: integer(),
  reservationUpdateStatus: oneOf(["Expired", "Removed"]),
});
export type ReservationStatusUpdateRequest = Static<typeof ReservationStatusUpdateRequest>;

export const ReservationStatusUpdateResponse = object({});
export type ReservationStatusUpdateResponse = Static<typeof ReservationStatusUpdateResponse>;
