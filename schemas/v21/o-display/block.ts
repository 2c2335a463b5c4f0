import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms, station } from "../../entry.ts";
import { ClearDisplayMessageRequest, ClearDisplayMessageResponse } from "./clear-display-message.ts";
import { GetDisplayMessagesRequest, GetDisplayMessagesResponse } from "./get-display-messages.ts";
import { NotifyDisplayMessagesRequest, NotifyDisplayMessagesResponse } from "./notify-display-messages.ts";
import { SetDisplayMessageRequest, SetDisplayMessageResponse } from "./set-display-message.ts";

const name = "O Display";

export const display: Catalogue = {
  ClearDisplayMessage: csms(name, ClearDisplayMessageRequest, ClearDisplayMessageResponse),
  GetDisplayMessages: csms(name, GetDisplayMessagesRequest, GetDisplayMessagesResponse),
  NotifyDisplayMessages: station(name, NotifyDisplayMessagesRequest, NotifyDisplayMessagesResponse),
  SetDisplayMessage: csms(name, SetDisplayMessageRequest, SetDisplayMessageResponse),
};
