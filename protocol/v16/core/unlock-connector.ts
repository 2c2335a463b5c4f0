import type { UnlockConnectorResponse } from "../../../schemas/v16/core/unlock-connector.ts";
import { integer } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import { findConnector } from "../../model/evse.ts";
import { unlock } from "../../model/remote-control/unlock.ts";
import type { Handler } from "../../model/version.ts";

/** A running transaction ends first (1.6 C §5.18); an unknown connector is NotSupported (1.6 CE §3.36). */
export const unlockConnector: Handler = (station, payload) => {
  const connectorId = integer(payload, "connectorId");
  if (connectorId === undefined) return incomplete(station, "connectorId");
  const place = findConnector(station, connectorId, 1);
  const response: UnlockConnectorResponse = { status: place ? "Unlocked" : "NotSupported" };
  if (!place) return answer(response);
  return answer(response, () => {
    unlock(station, place.evse);
  });
};
