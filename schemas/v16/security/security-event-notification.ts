import { closed, dateTime, optional, text } from "../../shape.ts";

export const SecurityEventNotificationRequest = closed({
  type: text(50),
  timestamp: dateTime(),
  techInfo: optional(text(255)),
});

export const SecurityEventNotificationResponse = closed({});
