import { oneOf, optional } from "../../shape.ts";
import * as v201 from "../../v201/o-display/set-display-message.ts";
import { MessageInfo } from "../types/message-info.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const SetDisplayMessageRequest = object({ message: MessageInfo });

export const SetDisplayMessageResponse = object({
  status: oneOf([...v201.SetDisplayMessageResponse.properties.status.enum, "LanguageNotSupported"]),
  statusInfo: optional(StatusInfo),
});
