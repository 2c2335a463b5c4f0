import { atLeast, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { PeriodicEventStreamParams } from "../types/periodic-event-stream.ts";
import { GenericStatus, StatusInfo } from "../types/status-info.ts";

export const AdjustPeriodicEventStreamRequest = object({
  id: atLeast(0),
  params: PeriodicEventStreamParams,
});

export const AdjustPeriodicEventStreamResponse = object({
  status: GenericStatus,
  statusInfo: optional(StatusInfo),
});
