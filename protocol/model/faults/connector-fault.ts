import { serve } from "../transactions/cable.ts";
import { endTransaction, switchEnergy } from "../transactions/charging.ts";
import type { ConnectorAddress } from "../messages/event.ts";
import type { StopReason } from "../messages/fact.ts";
import { reportEvse, reportStatus } from "../availability/status.ts";
import { activeConnector } from "../evse.ts";
import type { ConnectorOfEvse } from "../evse.ts";
import type { StationState } from "../state.ts";

/** A connector breaks: no energy any more, and its transaction ends (E06.FR.16). */
export function breakDown(
  station: StationState,
  { evse, connector }: ConnectorOfEvse,
  { errorCode = "OtherError" }: ConnectorAddress & { errorCode?: string },
): void {
  connector.fault = errorCode;
  if (station.power !== "on") return;
  if (activeConnector(evse) !== connector) {
    reportStatus(station, evse, connector);
    return;
  }
  switchEnergy(station, evse, connector.ev ? "EVConnected" : "Idle");
  reportStatus(station, evse, connector);
  if (evse.transaction) {
    endTransaction(station, evse, "AbnormalCondition", stopReason(errorCode), null, evse.chargingState);
  }
  evse.authorization = null;
  reportEvse(station, evse);
}

export function repair(station: StationState, place: ConnectorOfEvse): void {
  const { connector } = place;
  if (connector.fault === null) return;
  connector.fault = null;
  if (station.power !== "on") return;
  serve(station, place);
}

function stopReason(errorCode: string): StopReason {
  if (errorCode === "GroundFailure") return "GroundFault";
  if (errorCode === "OverCurrentFailure") return "OvercurrentFault";
  return "Other";
}
