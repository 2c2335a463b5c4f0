import { closed, integer, oneOf } from "../../shape.ts";

export const request = closed({ reservationId: integer() });

export const response = closed({ status: oneOf(["Accepted", "Rejected"]) });
