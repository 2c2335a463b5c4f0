import type { Static } from "typebox";
import { integer, oneOf, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({ evseId: integer(), connectorId: integer() });

export const response = object({
  status: oneOf(["Unlocked", "UnlockFailed", "OngoingAuthorizedTransaction", "UnknownConnector"]),
  statusInfo: optional(StatusInfo),
});
export type UnlockConnectorResponse = Static<typeof response>;
