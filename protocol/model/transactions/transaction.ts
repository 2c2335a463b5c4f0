import { activeConnector } from "../evse.ts";
import { advance, shown } from "../metering/energy.ts";
import type { MeterReading } from "../metering/meter-value.ts";
import type { IdToken } from "../messages/event.ts";
import type { StopReason, TransactionFact, TriggerReason } from "../messages/fact.ts";
import { tell } from "../outbox/outbox.ts";
import { uuid } from "../random.ts";
import { readMeter } from "../metering/readings.ts";
import type { Authorization } from "../authorization/state.ts";
import type { EvseState, StationState } from "../state.ts";
import type { Transaction } from "./state.ts";

/**
 * Begins a transaction and tells the CSMS (E01).
 * @param evse null while nobody knows where the cable will be plugged in
 */
export function startTransaction(
  station: StationState,
  evse: EvseState | null,
  authorization: Authorization | null,
  trigger: TriggerReason,
): Transaction {
  const connector = evse ? activeConnector(evse) : null;
  const remoteStartId = authorization?.remoteStartId ?? null;
  if (evse) advance(evse, station.now);
  const transaction: Transaction = {
    key: ++station.transactions,
    id: station.version.idFromCsms ? null : uuid(station.random),
    startFailed: false,
    remoteStartId,
    startedAt: station.now,
    meterStart: evse ? shown(evse.meter.register) : 0,
    seqNo: 0,
    idToken: authorization?.token ?? null,
    group: authorization?.group ?? null,
    evseTold: false,
    beginTold: false,
    phasesTold: false,
    energyLimit: null,
    evse: evse?.id ?? 0,
    connector: connector?.id ?? 0,
  };
  if (evse) evse.transaction = transaction;
  tellTransaction(station, evse, transaction, "started", trigger, {
    token: authorization?.token ?? null,
    remoteStart: remoteStartId !== null,
  });
  if (evse) for (const { transactionStarted } of station.blocks) transactionStarted?.(station, evse);
  return transaction;
}

export interface UpdateDetails {
  /** To be told with it, at authorization and at stop. */
  token?: IdToken | null;
  remoteStart?: boolean;
  readings?: MeterReading[];
  triggered?: boolean;
}

/** Something happened during the transaction (E02.FR.17). */
export function updateTransaction(
  station: StationState,
  evse: EvseState | null,
  transaction: Transaction,
  trigger: TriggerReason,
  details: UpdateDetails = {},
): void {
  tellTransaction(station, evse, transaction, "updated", trigger, details);
}

/** Tells of the end; what follows from it for connector and authorization is the caller's (E06). */
export function closeTransaction(
  station: StationState,
  evse: EvseState | null,
  transaction: Transaction,
  trigger: TriggerReason,
  stoppedReason: StopReason,
  token: IdToken | null,
): void {
  tellTransaction(station, evse, transaction, "ended", trigger, { token, stoppedReason });
  if (evse) evse.transaction = null;
}

function tellTransaction(
  station: StationState,
  evse: EvseState | null,
  transaction: Transaction,
  phase: TransactionFact["phase"],
  trigger: TriggerReason,
  details: UpdateDetails & { stoppedReason?: StopReason },
): void {
  const connected = evse !== null && transaction.connector > 0;
  if (evse) advance(evse, station.now);
  const charging = evse?.chargingState === "Charging";
  const readings = [...boundaryReadings(station, evse, transaction, phase), ...(details.readings ?? [])];
  const fact: TransactionFact = {
    kind: "transaction",
    phase,
    transaction,
    trigger,
    chargingState: evse?.chargingState ?? "Idle",
    at: station.now,
    seqNo: transaction.seqNo++,
    offline: !station.link.online,
    evse: transaction.evse,
    connector: transaction.connector,
    tellEvse: connected && !transaction.evseTold,
    token: details.token ?? null,
    idToken: transaction.idToken,
    tellRemoteStart: details.remoteStart ?? false,
    stoppedReason: details.stoppedReason ?? null,
    meter: evse ? shown(evse.meter.register) : transaction.meterStart,
    phases: charging && !transaction.phasesTold ? phasesInUse(evse) : null,
    readings,
  };
  transaction.evseTold ||= connected;
  transaction.phasesTold ||= charging;
  tell(station, fact, { triggered: details.triggered ?? false });
}

/** First and last values; the first come later when no EVSE was known at the start (E01.FR.09, E01.FR.17, E06.FR.11). */
function boundaryReadings(
  station: StationState,
  evse: EvseState | null,
  transaction: Transaction,
  phase: TransactionFact["phase"],
): MeterReading[] {
  if (!evse) return [];
  const { startedMeasurands, endedMeasurands } = station.parameters;
  if (phase === "ended") {
    const last = readMeter(station, evse, endedMeasurands, "Transaction.End");
    return last ? [last] : [];
  }
  const due = phase === "started" || evse.chargingState === "Charging";
  if (transaction.beginTold || !due) return [];
  transaction.beginTold = true;
  const first = readMeter(station, evse, startedMeasurands, "Transaction.Begin");
  return first ? [first] : [];
}

function phasesInUse(evse: EvseState | null): number | null {
  const connector = evse ? activeConnector(evse) : null;
  return connector?.ev ? Math.min(connector.ev.phases, connector.description.phases) : null;
}
