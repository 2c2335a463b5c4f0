import { dateTime, integer, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { GenericStatus, StatusInfo } from "../types/status-info.ts";

export const request = object({
  timestamp: dateTime(),
  /** A place on the signal-watt curve of the schedule. */
  signal: integer(),
});

export const response = object({ status: GenericStatus, statusInfo: optional(StatusInfo) });
