import { integer, oneOf } from "../../shape.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({ reservationId: integer() });

export const response = reasoned(oneOf(["Accepted", "Rejected"]));
