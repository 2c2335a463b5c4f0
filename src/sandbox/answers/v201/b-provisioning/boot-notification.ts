import type { BootNotificationResponse } from "../../../../../schemas/v201/b-provisioning/boot-notification.ts";
import type { AnswerContext } from "../../answer.ts";

/** B01.FR.02; the interval is the heartbeat's when accepted, otherwise the wait before the next boot (B02.FR.08). */
export function bootNotification(_request: object, context: AnswerContext): BootNotificationResponse {
  const { status, interval } = context.boot();
  return { currentTime: new Date(context.now).toISOString(), interval, status };
}
