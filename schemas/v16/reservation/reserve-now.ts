import { closed, dateTime, integer, oneOf, optional } from "../../shape.ts";
import { IdTag } from "../types/id-tag.ts";

export const request = closed({
  /** 0 means any connector. */
  connectorId: integer(),
  expiryDate: dateTime(),
  idTag: IdTag,
  parentIdTag: optional(IdTag),
  reservationId: integer(),
});

export const response = closed({
  status: oneOf(["Accepted", "Faulted", "Occupied", "Rejected", "Unavailable"]),
});
