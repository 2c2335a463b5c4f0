import type { ConnectorState, EvseState, StationState } from "./state.ts";

/** A connector and the EVSE it belongs to. */
export interface ConnectorOfEvse {
  evse: EvseState;
  connector: ConnectorState;
}

/** The connector of that number on the EVSE of that number, both from 1. */
export function findConnector(
  station: StationState,
  evse: number,
  connector: number,
): ConnectorOfEvse | null {
  const foundEvse = station.evses[evse - 1];
  const found = foundEvse?.connectors[connector - 1];
  return foundEvse && found ? { evse: foundEvse, connector: found } : null;
}

/** The connector whose cable the EVSE serves: one at a time (E01.FR.14). */
export function activeConnector(evse: EvseState): ConnectorState | null {
  const taken = evse.transaction?.connector ?? 0;
  if (taken > 0) return evse.connectors[taken - 1] ?? null;
  let active: ConnectorState | null = null;
  for (const connector of evse.connectors) {
    if (connector.ev && (active === null || connector.pluggedAt < active.pluggedAt)) active = connector;
  }
  return active;
}

/** Whether any transaction runs, wherever it is. */
export function hasTransaction({ waiting, evses }: StationState): boolean {
  return (waiting?.transaction ?? null) !== null || evses.some(({ transaction }) => transaction);
}
