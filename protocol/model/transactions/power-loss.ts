import { activeConnector } from "../evse.ts";
import type { EvseState, StationState } from "../state.ts";
import { awaitCable, closePowerPath, connectionTimer, switchEnergy } from "./charging.ts";
import { onCableMissing, serve } from "./cable.ts";
import { closeTransaction } from "./transaction.ts";
import { dropWaiting } from "./waiting.ts";

/** What becomes of transactions when the power is lost: most stations end them, some take them up again. */
export type OnPowerLoss = "end-transactions" | "resume-transactions";

/** The power is gone: no energy flows, and what the CSMS must know of it waits in the memory. */
export function interruptTransactions(station: StationState): void {
  for (const evse of station.evses) {
    const cable = activeConnector(evse)?.ev != null;
    switchEnergy(station, evse, cable ? "EVConnected" : "Idle");
    if (evse.transaction && station.onPowerLoss === "resume-transactions") continue;
    endForPowerLoss(station, evse);
    evse.authorization = null;
  }
  dropWaiting(station, "AbnormalCondition", "PowerLoss", null);
}

function endForPowerLoss(station: StationState, evse: EvseState): void {
  const { transaction } = evse;
  if (!transaction) return;
  const connector = activeConnector(evse);
  if (connector) connector.finished = connector.ev !== null;
  closeTransaction(station, evse, transaction, "AbnormalCondition", "PowerLoss", null);
  for (const { transactionEnded } of station.blocks) transactionEnded?.(station, evse);
}

/** The power is back: what was not ended goes on. */
export function resumeTransactions(station: StationState): void {
  for (const evse of station.evses) {
    if (!evse.transaction) continue;
    const connector = activeConnector(evse);
    if (connector?.ev && evse.transaction.connector === 0) serve(station, { evse, connector });
    else if (connector?.ev) closePowerPath(station, evse, "TxResumed", "TxResumed");
    else if (evse.chargingState !== "Idle") onCableMissing(station, evse);
    else if (evse.transaction.connector === 0) awaitCable(station, connectionTimer(evse));
  }
}
