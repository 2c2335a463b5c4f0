import type { Triggered } from "../../model/remote-control/trigger.ts";
import type { Handler } from "../../model/version.ts";
import { triggerOneOf } from "../remote-trigger/trigger-message.ts";

const messages: ReadonlyMap<string, Triggered> = new Map([
  ["BootNotification", "boot"],
  ["LogStatusNotification", "log-status"],
  ["FirmwareStatusNotification", "firmware-status"],
  ["Heartbeat", "heartbeat"],
  ["MeterValues", "meter-values"],
  ["StatusNotification", "status"],
]);

/** WP §5.3. Certificates cannot be asked for yet. */
export const extendedTriggerMessage: Handler = (station, payload) => triggerOneOf(messages, station, payload);
