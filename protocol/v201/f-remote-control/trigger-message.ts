import type { TriggerMessageResponse } from "../../../schemas/v201/f-remote-control/trigger-message.ts";
import { integer, object, text } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import { trigger } from "../../model/remote-control/trigger.ts";
import type { Triggered } from "../../model/remote-control/trigger.ts";
import type { Handler } from "../../model/version.ts";

const messages: ReadonlyMap<string, Triggered> = new Map([
  ["BootNotification", "boot"],
  ["FirmwareStatusNotification", "firmware-status"],
  ["Heartbeat", "heartbeat"],
  ["LogStatusNotification", "log-status"],
  ["MeterValues", "meter-values"],
  ["StatusNotification", "status"],
  ["TransactionEvent", "transaction"],
]);

/** F06. */
export const triggerMessage: Handler = (station, payload) => {
  const message = text(payload, "requestedMessage");
  if (message === undefined) return incomplete(station, "requestedMessage");
  const what = messages.get(message);
  // F06.FR.08.
  if (!what) return answer({ status: "NotImplemented" } satisfies TriggerMessageResponse);
  const evse = object(payload, "evse");
  const connector = integer(evse, "connectorId");
  // F06.FR.12: a status belongs to one connector.
  const whole = what === "status" && (evse === undefined || connector === undefined);
  const after = whole
    ? null
    : trigger(station, what, {
        evse: integer(evse, "id"),
        connector,
        // F06.FR.06.
        measurands: station.parameters.alignedMeasurands,
      });
  const response: TriggerMessageResponse = { status: after ? "Accepted" : "Rejected" };
  return answer(response, after ?? undefined);
};
