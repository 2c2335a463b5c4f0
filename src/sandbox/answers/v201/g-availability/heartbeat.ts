import type { HeartbeatResponse } from "../../../../../schemas/v201/g-availability/heartbeat.ts";
import type { AnswerContext } from "../../answer.ts";

/** G02.FR.03: the current time, so that the station can set its clock. */
export function heartbeat(_request: object, context: AnswerContext): HeartbeatResponse {
  return { currentTime: new Date(context.now).toISOString() };
}
