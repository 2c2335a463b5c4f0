import { notice } from "../messages/act.ts";
import { serve } from "../transactions/cable.ts";
import { dropWaiting } from "../transactions/waiting.ts";
import { reportAvailability } from "../availability/availability.ts";
import { reportEvse } from "../availability/status.ts";
import { connectionTimer, endTransaction, switchEnergy } from "../transactions/charging.ts";
import type { BootReason, StopReason } from "../messages/fact.ts";
import { isDurable } from "../outbox/queue.ts";
import { restart } from "./power-supply.ts";
import { activeConnector, hasTransaction } from "../evse.ts";
import type { EvseState, StationState } from "../state.ts";
import { cancelTimer, setTimer } from "../timers/set-timer.ts";
import { evseTimer, stationTimer } from "../timers/timer.ts";

/** The station has waited long enough to restart. */
export const resetTimer = stationTimer("reset");

/** A single EVSE is ready again. */
export const evseResetTimer = evseTimer("evse-reset");

/** Longest wait for the answers to the last transaction messages before a restart (B12.FR.05), seconds. */
const patience = 10;

/** How long an EVSE takes to start anew, seconds. */
const evseRestartSeconds = 1;

export interface ResetRequest {
  /** Only when no transaction runs (any more). */
  onIdle: boolean;
  /** Only this EVSE. */
  evse: number | undefined;
  /** With which reason running transactions end. */
  stopReason: StopReason;
}

export type ResetResult = { status: "rejected" } | { status: "accepted" | "scheduled"; after: () => void };

/** The CSMS wants a restart (1.6 C §5.14, B11, B12). */
export function reset(station: StationState, request: ResetRequest): ResetResult {
  if (request.evse !== undefined && request.evse !== 0) return resetEvse(station, request.evse, request);
  if (request.onIdle && hasTransaction(station)) {
    return {
      status: "scheduled",
      after: () => {
        station.reset = { onIdle: true, reason: "ScheduledReset" };
        reportAvailability(station);
      },
    };
  }
  return {
    status: "accepted",
    after: () => {
      for (const evse of station.evses) stopForReset(station, evse, request.stopReason);
      dropWaiting(station, "ResetCommand", request.stopReason, null);
      prepareRestart(station, request.onIdle ? "ScheduledReset" : "RemoteReset");
    },
  };
}

/** A single EVSE starts anew: no reboot, no link lost (B11.FR.08, B12.FR.07-08). */
function resetEvse(station: StationState, id: number, request: ResetRequest): ResetResult {
  const evse = station.evses[id - 1];
  if (!evse) return { status: "rejected" };
  return {
    status: request.onIdle && evse.transaction ? "scheduled" : "accepted",
    after: () => {
      evse.reset = "scheduled";
      if (!evse.transaction) restartEvse(station, evse);
      else if (!request.onIdle) stopForReset(station, evse, request.stopReason);
    },
  };
}

/** A transaction of this EVSE has ended: a reset that waited for it begins. */
export function resetIfScheduled(station: StationState, evse: EvseState | null): void {
  if (evse?.reset === "scheduled") restartEvse(station, evse);
}

/** Nobody may charge here for a moment (B11.FR.08). */
function restartEvse(station: StationState, evse: EvseState): void {
  evse.reset = "running";
  evse.authorization = null;
  cancelTimer(station, connectionTimer(evse));
  switchEnergy(station, evse, activeConnector(evse)?.ev ? "EVConnected" : "Idle");
  setTimer(station, evseResetTimer(evse), evseRestartSeconds);
  reportEvse(station, evse);
}

/** The EVSE is what it was before (B12.FR.06), and serves the cable that came in between. */
export function onEvseResetTimer(station: StationState, evse: EvseState): void {
  evse.reset = null;
  const connector = activeConnector(evse);
  if (connector && !connector.finished) serve(station, { evse, connector });
  reportEvse(station, evse);
}

function stopForReset(station: StationState, evse: EvseState, reason: StopReason): void {
  if (!evse.transaction) return;
  const rest = activeConnector(evse)?.ev ? "EVConnected" : "Idle";
  endTransaction(station, evse, "ResetCommand", reason, null, rest);
}

/** The restart waits until the CSMS knows of the ended transactions, but not for ever. */
function prepareRestart(station: StationState, reason: BootReason): void {
  station.reset = { onIdle: false, reason };
  notice(station, "info", "The station restarts as the CSMS wanted.");
  setTimer(station, resetTimer, patience);
}

/** After each event: restarts as soon as no transaction runs (B12.FR.03) and nothing is left to say. */
export function restartIfReady(station: StationState): void {
  const { reset: pending, outbox } = station;
  if (!pending) return;
  if (pending.onIdle) {
    if (hasTransaction(station)) return;
    prepareRestart(station, "ScheduledReset");
  }
  const sendable = station.link.online && station.boot.status === "Accepted";
  const left =
    outbox.open !== null || outbox.queue.some((entry) => isDurable(entry.fact) && entry.notBefore === 0);
  if (sendable && left) return;
  onResetTimer(station);
}

export function onResetTimer(station: StationState): void {
  if (station.reset) restart(station, station.reset.reason);
}
