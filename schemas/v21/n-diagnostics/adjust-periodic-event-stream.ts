import { atLeast, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { PeriodicEventStreamParams } from "../types/periodic-event-stream.ts";
import { GenericStatus, StatusInfo } from "../types/status-info.ts";

export const request = object({
  id: atLeast(0),
  params: PeriodicEventStreamParams,
});

export const response = object({
  status: GenericStatus,
  statusInfo: optional(StatusInfo),
});
