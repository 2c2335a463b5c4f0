import type { Block } from "../block.ts";
import { activeConnector, findConnector } from "../evse.ts";
import type { ConnectorOfEvse } from "../evse.ts";
import { notice } from "../messages/act.ts";
import type { ConnectorAddress } from "../messages/event.ts";
import { chargeAt, shown } from "../metering/energy.ts";
import type { StationState } from "../state.ts";
import { onEvseTimer, onStationTimer } from "../timers/timer.ts";
import { plugIn, resumeByEv, suspendByEv, unplug } from "./cable.ts";
import { connectionTimer, fullTimer, onConnectionTimeout, onFullTimer } from "./charging.ts";
import { interruptTransactions, resumeTransactions } from "./power-loss.ts";
import type { TransactionsOfConnector, TransactionsOfEvse, TransactionsOfStation } from "./state.ts";
import { onTransactionAnswered } from "./transaction-answer.ts";
import { dropWaiting, waitingTimer } from "./waiting.ts";

/** Cables, the flow of energy, and the transactions that they belong to. */
export const transactions: Block = {
  station: ({ onPowerLoss = "end-transactions" }): TransactionsOfStation => ({
    waiting: null,
    plugged: 0,
    onPowerLoss,
    transactions: 0,
  }),
  fleeting: ["onPowerLoss"],
  evse: (): TransactionsOfEvse => ({ chargingState: "Idle", transaction: null }),
  connector: (): TransactionsOfConnector => ({ ev: null, pluggedAt: 0, finished: false }),
  events: {
    "plug-in": toConnector(plugIn),
    unplug: toConnector(unplug),
    "ev-suspend": toConnector(suspendByEv),
    "ev-resume": toConnector(resumeByEv),
  },
  timers: [
    onEvseTimer(fullTimer, onFullTimer),
    onEvseTimer(connectionTimer, onConnectionTimeout),
    onStationTimer(waitingTimer, (station) => {
      dropWaiting(station, "EVConnectTimeout", "Timeout", null);
    }),
  ],
  answered: { transaction: onTransactionAnswered },
  poweredOff: interruptTransactions,
  poweredOn: resumeTransactions,
  connectorSnapshot(_station, evse, connector, at) {
    const { transaction } = evse;
    const here = activeConnector(evse) === connector || evse.connectors.length === 1;
    if (!transaction || !here) return { cable: connector.ev !== null, transaction: null };
    const { register } = chargeAt(evse, Math.max(at, evse.meter.at));
    return {
      cable: connector.ev !== null,
      transaction: {
        id: transaction.id,
        token: transaction.idToken,
        startedAt: transaction.startedAt,
        energy: shown(register) - transaction.meterStart,
        chargingState: evse.chargingState,
        seqNo: transaction.seqNo,
      },
    };
  },
};

/** Handles an event that happens to a connector, or says that there is none. */
export function toConnector<Event extends ConnectorAddress>(
  act: (station: StationState, place: ConnectorOfEvse, event: Event) => void,
) {
  return (station: StationState, event: Event): void => {
    const { evse, connector } = event;
    const place = findConnector(station, evse, connector);
    if (place) act(station, place, event);
    else notice(station, "warning", `There is no connector ${String(evse)}.${String(connector)}.`);
  };
}
