import type { Static } from "typebox";
import { closed, dateTime, optional, text } from "../../shape.ts";

export const SecurityEventNotificationRequest = closed({
  type: text(50),
  timestamp: dateTime(),
  techInfo: optional(text(255)),
});
export type SecurityEventNotificationRequest = Static<typeof SecurityEventNotificationRequest>;

export const SecurityEventNotificationResponse = closed({});
export type SecurityEventNotificationResponse = Static<typeof SecurityEventNotificationResponse>;
