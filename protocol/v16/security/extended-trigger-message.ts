import type { Triggered } from "../../model/remote-control/trigger.ts";
import type { Handler } from "../../model/version.ts";
import { triggerOneOf } from "../remote-trigger/trigger-message.ts";

const messages: ReadonlyMap<string, Triggered> = new Map([
  ["BootNotification", "boot"],
  ["LogStatusNotification", "log"],
  ["FirmwareStatusNotification", "firmware"],
  ["Heartbeat", "heartbeat"],
  ["MeterValues", "meter"],
  ["StatusNotification", "status"],
]);

/** WP §5.3. Certificates cannot be asked for yet. */
export const extendedTriggerMessage: Handler = (station, payload) => triggerOneOf(messages, station, payload);
