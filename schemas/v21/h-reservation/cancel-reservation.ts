import { atLeast } from "../../shape.ts";
import * as v201 from "../../v201/h-reservation/cancel-reservation.ts";
import { object } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = object({ reservationId: atLeast(0) });

export const response = explained(v201.response);
