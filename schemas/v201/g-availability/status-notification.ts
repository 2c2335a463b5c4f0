import type { Static } from "typebox";
import { dateTime, integer, oneOf } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({
  timestamp: dateTime(),
  connectorStatus: oneOf(["Available", "Occupied", "Reserved", "Unavailable", "Faulted"]),
  evseId: integer(),
  connectorId: integer(),
});
export type StatusNotificationRequest = Static<typeof request>;

export const response = object({});
