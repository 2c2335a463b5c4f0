import { cancelAllTimers, emit, notice, setTimer } from "../messages/act.ts";
import { closeTransaction } from "../transactions/transaction.ts";
import { switchEnergy } from "../transactions/charging.ts";
import type { BootReason } from "../messages/fact.ts";
import { onLinkLost } from "../messages/outcome.ts";
import { applyWaiting } from "../configuration/settings.ts";
import { activeConnector } from "../availability/status.ts";
import type { StationState } from "../state.ts";

/** How long a restart takes, seconds. */
const restartSeconds = 1;

export function powerOn(station: StationState): void {
  if (station.power !== "off") return;
  for (const text of station.complaints.splice(0)) notice(station, "warning", text);
  start(station, "PowerUp");
}

/** A power cut: energy and link are gone at once; what the CSMS must know of it waits in the memory. */
export function powerOff(station: StationState): void {
  if (station.power === "off") return;
  shutDown(station, "the power is off");
  for (const evse of station.evses) {
    const { transaction } = evse;
    const connector = activeConnector(evse);
    switchEnergy(station, evse, connector?.ev ? "EVConnected" : "Idle");
    if (transaction) {
      if (connector) connector.finished = connector.ev !== null;
      closeTransaction(station, evse, transaction, "AbnormalCondition", "PowerLoss", null);
    }
    evse.authorization = null;
  }
  const waiting = station.waiting?.transaction;
  if (waiting) closeTransaction(station, null, waiting, "AbnormalCondition", "PowerLoss", null);
  station.waiting = null;
  cancelAllTimers(station);
}

/** Restarts by itself; comes back after a moment with this reason for the boot. */
export function restart(station: StationState, reason: BootReason): void {
  powerOff(station);
  station.power = "restarting";
  station.boot.reason = reason;
  setTimer(station, "restart", restartSeconds);
}

export function onRestartTimer(station: StationState): void {
  if (station.power === "restarting") start(station, station.boot.reason);
}

function shutDown(station: StationState, why: string): void {
  station.power = "off";
  station.link.online = false;
  station.link.lostAt = station.now;
  station.link.failures = 0;
  station.boot.status = "None";
  station.boot.notBefore = 0;
  station.reset = null;
  onLinkLost(station);
  emit(station, { kind: "disconnect", reason: why });
}

function start(station: StationState, reason: BootReason): void {
  station.power = "on";
  station.boot.reason = reason;
  applyWaiting(station);
  if (!station.link.held) emit(station, { kind: "connect" });
}
