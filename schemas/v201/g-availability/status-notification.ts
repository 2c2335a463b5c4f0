import type { Static } from "typebox";
import { dateTime, integer, oneOf } from "../../shape.ts";
import { object } from "../types/object.ts";

export const StatusNotificationRequest = object({
  timestamp: dateTime(),
  connectorStatus: oneOf(["Available", "Occupied", "Reserved", "Unavailable", "Faulted"]),
  evseId: integer(),
  connectorId: integer(),
});
export type StatusNotificationRequest = Static<typeof StatusNotificationRequest>;

export const StatusNotificationResponse = object({});
