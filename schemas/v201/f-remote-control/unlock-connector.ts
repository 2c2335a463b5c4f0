import type { Static } from "typebox";
import { integer, oneOf } from "../../shape.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({ evseId: integer(), connectorId: integer() });

export const response = reasoned(
  oneOf(["Unlocked", "UnlockFailed", "OngoingAuthorizedTransaction", "UnknownConnector"]),
);
export type UnlockConnectorResponse = Static<typeof response>;
