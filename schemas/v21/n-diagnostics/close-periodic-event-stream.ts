import { atLeast } from "../../shape.ts";
import { object } from "../types/object.ts";

export const ClosePeriodicEventStreamRequest = object({ id: atLeast(0) });

export const ClosePeriodicEventStreamResponse = object({});
