import type { Static } from "typebox";
import { dateTime } from "../../shape.ts";
import { object } from "../types/object.ts";

export const HeartbeatRequest = object({});
export type HeartbeatRequest = Static<typeof HeartbeatRequest>;

export const HeartbeatResponse = object({ currentTime: dateTime() });
export type HeartbeatResponse = Static<typeof HeartbeatResponse>;
