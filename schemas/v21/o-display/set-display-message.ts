import { oneOf } from "../../shape.ts";
import * as v201 from "../../v201/o-display/set-display-message.ts";
import { MessageInfo } from "../types/message-info.ts";
import { revised } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = revised(v201.request, { message: MessageInfo });

export const response = reasoned(oneOf([...v201.response.properties.status.enum, "LanguageNotSupported"]));
