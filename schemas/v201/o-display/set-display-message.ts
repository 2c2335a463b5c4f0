import { oneOf } from "../../shape.ts";
import { MessageInfo } from "../types/message-info.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({ message: MessageInfo });

export const response = reasoned(
  oneOf([
    "Accepted",
    "NotSupportedMessageFormat",
    "Rejected",
    "NotSupportedPriority",
    "NotSupportedState",
    "UnknownTransaction",
  ]),
);
