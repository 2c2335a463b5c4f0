import { deauthorize } from "../transactions/charging.ts";
import type { ConnectorState, EvseState, StationState } from "../state.ts";

export function findConnector(
  station: StationState,
  evse: number,
  connector: number,
): { evse: EvseState; connector: ConnectorState } | null {
  const foundEvse = station.evses[evse - 1];
  const found = foundEvse?.connectors[connector - 1];
  return foundEvse && found ? { evse: foundEvse, connector: found } : null;
}

/** Opens the lock; a transaction there ends first (1.6 C §5.18). Versions that forbid that ask before (F05.FR.02). */
export function unlock(station: StationState, evse: EvseState): void {
  if (evse.transaction) deauthorize(station, evse, "UnlockCommand", "UnlockCommand", null);
}
