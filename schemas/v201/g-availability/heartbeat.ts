import type { Static } from "typebox";
import { dateTime } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({});
export type HeartbeatRequest = Static<typeof request>;

export const response = object({ currentTime: dateTime() });
export type HeartbeatResponse = Static<typeof response>;
