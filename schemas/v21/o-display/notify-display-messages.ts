import { optional, some } from "../../shape.ts";
import * as v201 from "../../v201/o-display/notify-display-messages.ts";
import { MessageInfo } from "../types/message-info.ts";
import { revised } from "../types/object.ts";

export { NotifyDisplayMessagesResponse } from "../../v201/o-display/notify-display-messages.ts";

export const NotifyDisplayMessagesRequest = revised(v201.NotifyDisplayMessagesRequest, {
  messageInfo: optional(some(MessageInfo)),
});
