import { advance } from "../metering/energy.ts";
import type { Authorization } from "../authorization/state.ts";
import { notice } from "../messages/act.ts";
import type { IdToken } from "../messages/event.ts";
import type { StopReason, TriggerReason } from "../messages/fact.ts";
import type { EvseState, StationState } from "../state.ts";
import { cancelTimer } from "../timers/set-timer.ts";
import { stationTimer } from "../timers/timer.ts";
import { awaitCable, startsAt } from "./charging.ts";
import { closeTransaction, startTransaction } from "./transaction.ts";

/** Nobody has plugged in anywhere for long enough. */
export const waitingTimer = stationTimer("waiting");

/** An authorization that no EVSE was named for waits for a cable at any of them. */
export function waitForCable(station: StationState, authorization: Authorization): void {
  if (station.waiting) {
    notice(
      station,
      "warning",
      `Token ${authorization.token.idToken} has to wait: another one waits for a cable.`,
    );
    return;
  }
  const trigger: TriggerReason = authorization.remote ? "RemoteStart" : "Authorized";
  const transaction = startsAt(station, "Authorized")
    ? startTransaction(station, null, authorization, trigger)
    : null;
  station.waiting = { authorization, transaction };
  awaitCable(station, waitingTimer);
}

/** The authorization that waits for a cable anywhere ends without one. */
export function dropWaiting(
  station: StationState,
  trigger: TriggerReason,
  reason: StopReason,
  token: IdToken | null,
): void {
  const { waiting } = station;
  if (!waiting) return;
  station.waiting = null;
  cancelTimer(station, waitingTimer);
  if (!waiting.transaction) return;
  closeTransaction(station, null, waiting.transaction, trigger, reason, token);
  for (const { transactionEnded } of station.blocks) transactionEnded?.(station, null);
}

/** Takes over an authorization that was waiting for a cable anywhere. */
export function adoptWaiting(station: StationState, evse: EvseState): void {
  const { waiting } = station;
  if (!waiting || evse.authorization || evse.transaction) return;
  station.waiting = null;
  cancelTimer(station, waitingTimer);
  evse.authorization = waiting.authorization;
  evse.transaction = waiting.transaction;
  if (!waiting.transaction) return;
  advance(evse, station.now);
  waiting.transaction.evse = evse.id;
  waiting.transaction.meterStart = Math.floor(evse.meter.register);
  for (const { transactionStarted } of station.blocks) transactionStarted?.(station, evse);
}
