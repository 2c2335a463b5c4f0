import type {
  NotifyEventRequest,
  NotifyEventResponse,
} from "../../../schemas/v201/n-diagnostics/notify-event.ts";

export function notifyEvent(_request: NotifyEventRequest): NotifyEventResponse {
  return {};
}
