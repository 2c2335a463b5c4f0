import { activeConnector } from "../evse.ts";
import type { Fact, StatusFact } from "../messages/fact.ts";
import { tell } from "../outbox/outbox.ts";
import type { ConnectorStatus } from "../snapshot.ts";
import type { ConnectorState, EvseState, StationState } from "../state.ts";

/** The state of a connector as it is now. */
export function connectorStatus(
  station: StationState,
  evse: EvseState,
  connector: ConnectorState,
): ConnectorStatus {
  if (connector.fault !== null) return "Faulted";
  const transaction = evse.transaction?.connector === connector.id;
  if (!transaction && !isOperative(station, evse, connector)) return "Unavailable";
  if (connector.ev) {
    if (connector.finished) return "Finishing";
    if (activeConnector(evse) !== connector) return "Preparing";
    switch (evse.chargingState) {
      case "Charging":
      case "SuspendedEV":
      case "SuspendedEVSE":
        return evse.chargingState;
      case "Idle":
      case "EVConnected":
        return "Preparing";
    }
  }
  // The transaction waits for the EV to be connected again (E10).
  if (transaction) return "SuspendedEV";
  return isAwaited(evse, connector) ? "Preparing" : "Available";
}

/** Someone was authorized and may plug in here. */
function isAwaited(evse: EvseState, connector: ConnectorState): boolean {
  return evse.authorization !== null && evse.connectors.find((each) => each.fault === null) === connector;
}

export function isOperative(station: StationState, evse: EvseState, connector: ConnectorState): boolean {
  // While a reset waits for the last transaction, or is under way, nobody may begin another one.
  if ((station.reset ?? evse.reset) !== null && evse.transaction === null) return false;
  return station.operative && evse.operative && connector.operative;
}

/** Tells the CSMS the state of a connector, if its word for it has changed. */
export function reportStatus(station: StationState, evse: EvseState, connector: ConnectorState): void {
  if (!station.link.online || station.boot.status !== "Accepted") return;
  const status = connectorStatus(station, evse, connector);
  const word = wordOf(station, connector, status);
  if (word === connector.reported) return;
  tellStatus(station, evse, connector, status, false);
}

export function reportEvse(station: StationState, evse: EvseState): void {
  for (const connector of evse.connectors) reportStatus(station, evse, connector);
}

/** Tells it whether changed or not, as the CSMS asked. */
export function repeatStatus(station: StationState, evse: EvseState, connector: ConnectorState): void {
  tellStatus(station, evse, connector, connectorStatus(station, evse, connector), true);
}

function wordOf(station: StationState, connector: ConnectorState, status: ConnectorStatus): string {
  return `${station.version.statusWord(status, connector.ev !== null)} ${connector.fault ?? ""}`;
}

function tellStatus(
  station: StationState,
  evse: EvseState,
  connector: ConnectorState,
  status: ConnectorStatus,
  triggered: boolean,
  ahead = false,
): void {
  connector.reported = wordOf(station, connector, status);
  const fact: StatusFact = {
    kind: "status",
    evse: evse.id,
    connector: connector.id,
    status,
    cable: connector.ev !== null,
    errorCode: connector.fault,
    at: station.now,
  };
  tell(station, fact, { triggered, ahead });
}

/** The station's own status, where the version has one: Available or Unavailable (1.6 C §4.9). */
export function reportStation(station: StationState, again = false): void {
  if (!station.version.stationStatus) return;
  const status = station.operative ? "Available" : "Unavailable";
  const heard = station.link.online && station.boot.status === "Accepted";
  if (!again && (status === station.reported || !heard)) return;
  station.reported = status;
  const at = station.now;
  const fact: StatusFact = {
    kind: "status",
    evse: 0,
    connector: 0,
    status,
    cable: false,
    errorCode: null,
    at,
  };
  tell(station, fact, { triggered: again, ahead: true });
}

/** All states, changed or not: after a boot (1.6 CE §3.22, B01.FR.05) or a long time offline (B04.FR.01). */
export function reportAll(station: StationState): void {
  station.reported = null;
  for (const evse of station.evses) for (const connector of evse.connectors) connector.reported = null;
  reportChanges(station);
}

/** The states that differ from what the CSMS was told last (B04.FR.02, 1.6 C §4.9). */
export function reportChanges(station: StationState): void {
  reportStation(station);
  for (const evse of station.evses) {
    for (const connector of evse.connectors) {
      const status = connectorStatus(station, evse, connector);
      if (wordOf(station, connector, status) === connector.reported) continue;
      tellStatus(station, evse, connector, status, false, true);
    }
  }
}

/** The CSMS may not have heard of this status: it is told again when the link is back. */
export function forgetReported(station: StationState, fact: Fact): void {
  if (fact.kind !== "status") return;
  if (fact.evse === 0) station.reported = null;
  const connector = station.evses[fact.evse - 1]?.connectors[fact.connector - 1];
  if (connector) connector.reported = null;
}
