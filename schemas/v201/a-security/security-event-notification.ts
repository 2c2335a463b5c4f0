import type { Static } from "typebox";
import { dateTime, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const SecurityEventNotificationRequest = object({
  type: text(50),
  timestamp: dateTime(),
  techInfo: optional(text(255)),
});
export type SecurityEventNotificationRequest = Static<typeof SecurityEventNotificationRequest>;

export const SecurityEventNotificationResponse = object({});
export type SecurityEventNotificationResponse = Static<typeof SecurityEventNotificationResponse>;
