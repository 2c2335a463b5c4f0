import type { UnlockConnectorResponse } from "../../../schemas/v201/f-remote-control/unlock-connector.ts";
import { integer } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import { findConnector } from "../../model/evse.ts";
import type { Handler } from "../../model/version.ts";

/** F05.FR.02-06: nothing is stopped for it, and without a cable the lock opens all the same. */
export const unlockConnector: Handler = (station, payload) => {
  const evseId = integer(payload, "evseId");
  const connectorId = integer(payload, "connectorId");
  if (evseId === undefined) return incomplete(station, "evseId");
  if (connectorId === undefined) return incomplete(station, "connectorId");
  const place = findConnector(station, evseId, connectorId);
  const taken = place?.evse.transaction?.connector === connectorId && place.evse.authorization !== null;
  const status = place ? (taken ? "OngoingAuthorizedTransaction" : "Unlocked") : "UnknownConnector";
  return answer({ status } satisfies UnlockConnectorResponse);
};
