import type { Static } from "typebox";
import { closed, dateTime } from "../../shape.ts";

export const request = closed({});
export type HeartbeatRequest = Static<typeof request>;

export const response = closed({ currentTime: dateTime() });
export type HeartbeatResponse = Static<typeof response>;
