import { optional, some } from "../../shape.ts";
import * as v201 from "../../v201/o-display/notify-display-messages.ts";
import { MessageInfo } from "../types/message-info.ts";
import { revised } from "../types/object.ts";

export const request = revised(v201.request, {
  messageInfo: optional(some(MessageInfo)),
});

export const response = v201.response;
