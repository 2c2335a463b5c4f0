import { oneOf, optional } from "../../shape.ts";
import * as v201 from "../../v201/o-display/set-display-message.ts";
import { MessageInfo } from "../types/message-info.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({ message: MessageInfo });

export const response = object({
  status: oneOf([...v201.response.properties.status.enum, "LanguageNotSupported"]),
  statusInfo: optional(StatusInfo),
});
