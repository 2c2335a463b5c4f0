import type { Static } from "typebox";
import { optional, some } from "../../shape.ts";
import { object } from "../types/object.ts";
import { ConstantStreamData } from "../types/periodic-event-stream.ts";

export const GetPeriodicEventStreamRequest = object({});
export type GetPeriodicEventStreamRequest = Static<typeof GetPeriodicEventStreamRequest>;

export const GetPeriodicEventStreamResponse = object({
  constantStreamData: optional(some(ConstantStreamData)),
});
export type GetPeriodicEventStreamResponse = Static<typeof GetPeriodicEventStreamResponse>;
