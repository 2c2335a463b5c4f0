import { atLeast } from "../../shape.ts";
import { object } from "../types/object.ts";
import { PeriodicEventStreamParams } from "../types/periodic-event-stream.ts";
import { GenericStatus, reasoned } from "../types/status-info.ts";

export const request = object({
  id: atLeast(0),
  params: PeriodicEventStreamParams,
});

export const response = reasoned(GenericStatus);
