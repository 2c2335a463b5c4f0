import type { BootNotificationResponse } from "../../../../../schemas/v16/core/boot-notification.ts";
import type { AnswerContext } from "../../answer.ts";

/** 1.6 §4.2: heartbeat interval when accepted, otherwise the wait before the next boot. */
export function bootNotification(_request: object, context: AnswerContext): BootNotificationResponse {
  const { status, interval } = context.boot();
  return { status, currentTime: new Date(context.now).toISOString(), interval };
}
