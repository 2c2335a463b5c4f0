import { integer, oneOf, optional, some } from "../../shape.ts";
import { MessagePriority, MessageState } from "../types/message-info.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  requestId: integer(),
  id: optional(some(integer())),
  priority: optional(MessagePriority),
  state: optional(MessageState),
});

export const response = reasoned(oneOf(["Accepted", "Unknown"]));
