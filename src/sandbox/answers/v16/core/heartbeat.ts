import type { HeartbeatResponse } from "../../../../../schemas/v16/core/heartbeat.ts";
import type { AnswerContext } from "../../answer.ts";

export function heartbeat(_request: object, context: AnswerContext): HeartbeatResponse {
  return { currentTime: new Date(context.now).toISOString() };
}
