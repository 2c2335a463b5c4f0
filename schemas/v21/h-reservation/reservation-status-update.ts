import { atLeast, oneOf } from "../../shape.ts";
import * as v201 from "../../v201/h-reservation/reservation-status-update.ts";
import { revised } from "../types/object.ts";

export const request = revised(v201.request, {
  reservationId: atLeast(0),
  reservationUpdateStatus: oneOf(["Expired", "Removed", "NoTransaction"]),
});

export const response = v201.response;
