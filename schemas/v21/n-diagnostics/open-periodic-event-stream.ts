import { optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { ConstantStreamData } from "../types/periodic-event-stream.ts";
import { GenericStatus, StatusInfo } from "../types/status-info.ts";

export const OpenPeriodicEventStreamRequest = object({ constantStreamData: ConstantStreamData });

export const OpenPeriodicEventStreamResponse = object({
  status: GenericStatus,
  statusInfo: optional(StatusInfo),
});
