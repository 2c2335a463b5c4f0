import { dateTime, integer } from "../../shape.ts";
import { object } from "../types/object.ts";
import { GenericStatus, reasoned } from "../types/status-info.ts";

export const request = object({
  timestamp: dateTime(),
  /** A place on the signal-watt curve of the schedule. */
  signal: integer(),
});

export const response = reasoned(GenericStatus);
