import { oneOf, optional } from "../../shape.ts";
import { MessageInfo } from "../types/message-info.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({ message: MessageInfo });

export const response = object({
  status: oneOf([
    "Accepted",
    "NotSupportedMessageFormat",
    "Rejected",
    "NotSupportedPriority",
    "NotSupportedState",
    "UnknownTransaction",
  ]),
  statusInfo: optional(StatusInfo),
});
