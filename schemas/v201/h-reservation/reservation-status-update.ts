import { integer, oneOf } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({
  reservationId: integer(),
  reservationUpdateStatus: oneOf(["Expired", "Removed"]),
});

export const response = object({});
