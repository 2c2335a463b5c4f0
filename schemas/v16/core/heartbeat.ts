import type { Static } from "typebox";
import { closed, dateTime } from "../../shape.ts";

export const HeartbeatRequest = closed({});
export type HeartbeatRequest = Static<typeof HeartbeatRequest>;

export const HeartbeatResponse = closed({ currentTime: dateTime() });
export type HeartbeatResponse = Static<typeof HeartbeatResponse>;
