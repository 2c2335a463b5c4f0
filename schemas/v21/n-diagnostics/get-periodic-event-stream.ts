import { optional, some } from "../../shape.ts";
import { object } from "../types/object.ts";
import { ConstantStreamData } from "../types/periodic-event-stream.ts";

export const GetPeriodicEventStreamRequest = object({});

export const GetPeriodicEventStreamResponse = object({
  constantStreamData: optional(some(ConstantStreamData)),
});
