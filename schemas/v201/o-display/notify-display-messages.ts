import { boolean, integer, optional, some } from "../../shape.ts";
import { MessageInfo } from "../types/message-info.ts";
import { object } from "../types/object.ts";

export const request = object({
  requestId: integer(),
  messageInfo: optional(some(MessageInfo)),
  tbc: optional(boolean()),
});

export const response = object({});
