import type { Static } from "typebox";
import { atLeast } from "../../shape.ts";
import { object } from "../types/object.ts";

export const ClosePeriodicEventStreamRequest = object({ id: atLeast(0) });
export type ClosePeriodicEventStreamRequest = Static<typeof ClosePeriodicEventStreamRequest>;

export const ClosePeriodicEventStreamResponse = object({});
export type ClosePeriodicEventStreamResponse = Static<typeof ClosePeriodicEventStreamResponse>;
