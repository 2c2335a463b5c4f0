import type { TriggerMessageResponse } from "../../../schemas/v16/remote-trigger/trigger-message.ts";
import { integer, text } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import { trigger } from "../../model/remote-control/trigger.ts";
import type { Triggered } from "../../model/remote-control/trigger.ts";
import type { StationState } from "../../model/state.ts";
import type { Handler, Reply } from "../../model/version.ts";
import type { JsonObject } from "../../wire/frame.ts";

const messages: ReadonlyMap<string, Triggered> = new Map([
  ["BootNotification", "boot"],
  ["DiagnosticsStatusNotification", "diagnostics-status"],
  ["FirmwareStatusNotification", "firmware-status"],
  ["Heartbeat", "heartbeat"],
  ["MeterValues", "meter-values"],
  ["StatusNotification", "status"],
]);

/** 1.6 C §5.17. */
export const triggerMessage: Handler = (station, payload) => triggerOneOf(messages, station, payload);

/** The same for whichever messages an action may ask for. */
export function triggerOneOf(
  known: ReadonlyMap<string, Triggered>,
  station: StationState,
  payload: JsonObject,
): Reply {
  const message = text(payload, "requestedMessage");
  if (message === undefined) return incomplete(station, "requestedMessage");
  const what = known.get(message);
  const evse = integer(payload, "connectorId");
  const after = what
    ? trigger(station, what, { evse, connector: undefined, measurands: station.parameters.sampledMeasurands })
    : null;
  const refusal = what ? "Rejected" : "NotImplemented";
  const response: TriggerMessageResponse = { status: after ? "Accepted" : refusal };
  return answer(response, after ?? undefined);
}
