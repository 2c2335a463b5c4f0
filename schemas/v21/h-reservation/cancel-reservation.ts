import { atLeast } from "../../shape.ts";
import * as v201 from "../../v201/h-reservation/cancel-reservation.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, { reservationId: atLeast(0) });

export const response = explained(v201.response);
