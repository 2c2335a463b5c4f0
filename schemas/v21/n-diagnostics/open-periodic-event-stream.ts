import { optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { ConstantStreamData } from "../types/periodic-event-stream.ts";
import { GenericStatus, StatusInfo } from "../types/status-info.ts";

export const request = object({ constantStreamData: ConstantStreamData });

export const response = object({
  status: GenericStatus,
  statusInfo: optional(StatusInfo),
});
