import { atLeast, oneOf } from "../../shape.ts";
import { object } from "../types/object.ts";

export { response } from "../../v201/h-reservation/reservation-status-update.ts";

export const request = object({
  reservationId: atLeast(0),
  reservationUpdateStatus: oneOf(["Expired", "Removed", "NoTransaction"]),
});
