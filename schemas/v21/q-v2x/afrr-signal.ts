import type { Static } from "typebox";
import { dateTime, integer, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { GenericStatus, StatusInfo } from "../types/status-info.ts";

export const AFRRSignalRequest = object({
  timestamp: dateTime(),
  /** A place on the signal-watt curve of the schedule. */
  signal: integer(),
});
export type AFRRSignalRequest = Static<typeof AFRRSignalRequest>;

export const AFRRSignalResponse = object({ status: GenericStatus, statusInfo: optional(StatusInfo) });
export type AFRRSignalResponse = Static<typeof AFRRSignalResponse>;
