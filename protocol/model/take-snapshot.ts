import { chargeAt, powerAt, shown } from "./metering/energy.ts";
import { settingValue } from "./configuration/settings.ts";
import type { ConnectorSnapshot, SettingSnapshot, StationSnapshot, TransactionSnapshot } from "./snapshot.ts";
import { activeConnector, connectorStatus, isOperative } from "./availability/status.ts";
import type { ConnectorState, EvseState, StationState } from "./state.ts";

/** The station as plain data. Changes nothing, so that looking does not alter what happens. */
export function takeSnapshot(station: StationState, at: number): StationSnapshot {
  const { outbox } = station;
  return {
    at,
    powered: station.power !== "off",
    online: station.link.online,
    boot: station.boot.status,
    queued: outbox.queue.length,
    awaiting: outbox.open?.action ?? null,
    connectors: station.evses.flatMap((evse) =>
      evse.connectors.map((connector) => connectorSnapshot(station, evse, connector, at)),
    ),
    settings: settingSnapshots(station),
  };
}

function connectorSnapshot(
  station: StationState,
  evse: EvseState,
  connector: ConnectorState,
  at: number,
): ConnectorSnapshot {
  const active = activeConnector(evse) === connector;
  const charge = chargeAt(evse, Math.max(at, evse.meter.at));
  return {
    evse: evse.id,
    connector: connector.id,
    type: connector.description.type,
    maxPower: connector.description.maxPower,
    status: connectorStatus(station, evse, connector),
    errorCode: connector.fault,
    cable: connector.ev !== null,
    operative: isOperative(station, evse, connector),
    power: active ? Math.round(powerAt(evse, at)) : 0,
    energy: shown(charge.register),
    soc: active && charge.soc !== null ? Math.round(charge.soc * 10) / 10 : (connector.ev?.soc ?? null),
    transaction: active || evse.connectors.length === 1 ? transactionSnapshot(evse, charge.register) : null,
  };
}

function transactionSnapshot(evse: EvseState, register: number): TransactionSnapshot | null {
  const { transaction } = evse;
  if (!transaction) return null;
  return {
    id: transaction.id,
    token: transaction.holder,
    startedAt: transaction.startedAt,
    energy: shown(register) - transaction.meterStart,
    chargingState: evse.chargingState,
    seqNo: transaction.seqNo,
  };
}

function settingSnapshots(station: StationState): SettingSnapshot[] {
  return [...station.version.settings.values()].map((spec) => ({
    name: spec.name,
    value: spec.writeOnly ? null : settingValue(station, spec),
    readOnly: spec.readOnly === true || spec.read !== undefined,
    ...(spec.unit === undefined ? {} : { unit: spec.unit }),
  }));
}
