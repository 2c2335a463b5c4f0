import type {
  NotifyDisplayMessagesRequest,
  NotifyDisplayMessagesResponse,
} from "../../../schemas/v201/o-display/notify-display-messages.ts";

export function notifyDisplayMessages(_request: NotifyDisplayMessagesRequest): NotifyDisplayMessagesResponse {
  return {};
}
