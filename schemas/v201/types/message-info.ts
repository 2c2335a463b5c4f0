import { dateTime, integer, oneOf, optional, text } from "../../shape.ts";
import { Component } from "./component.ts";
import { MessageContent } from "./message-content.ts";
import { object } from "./object.ts";

export const MessagePriority = oneOf(["AlwaysFront", "InFront", "NormalCycle"]);

/** Of the station, while the message is shown. */
export const MessageState = oneOf(["Charging", "Faulted", "Idle", "Unavailable"]);

export const MessageInfo = object({
  id: integer(),
  priority: MessagePriority,
  state: optional(MessageState),
  startDateTime: optional(dateTime()),
  endDateTime: optional(dateTime()),
  transactionId: optional(text(36)),
  message: MessageContent,
  display: optional(Component),
});
