import type { CheckDefinition } from "../../../case.ts";
import type { CaseContext } from "../../../context/context.ts";
import { allAnswered, member, type RecordedExchange } from "../../../context/exchange.ts";
import { connectorReports } from "../b-provisioning/booted.ts";

export const transactionAnswered: CheckDefinition = {
  id: "transaction-answered",
  requirement: "FR.02",
  level: "SHALL",
  text: "The CSMS answers every TransactionEvent, whatever it thinks of its content.",
};

/** So that a transaction starts with whichever comes first, cable or token. */
export const startsWithEither = {
  "TxCtrlr.TxStartPoint": "EVConnected,Authorized",
  "TxCtrlr.TxStopPoint": "EVConnected,Authorized",
};

export function checkTransactionAnswered(t: CaseContext, exchanges: readonly RecordedExchange[]): void {
  const { ok, ...answers } = allAnswered(exchanges, ({ payload }) => `${String(payload["triggerReason"])}: `);
  t.check(transactionAnswered, ok, { expected: `${exchanges.length} answers`, ...answers });
}

/** Part 1 of the state EnergyTransferStarted, also EVConnectedPreSession: the cable is plugged in. */
export async function pluggedIn(t: CaseContext): Promise<RecordedExchange> {
  t.plugIn();
  await connectorReports(t, "Occupied");
  return t.exchange("TransactionEvent", {
    where: (payload) => payload["triggerReason"] === "CablePluggedIn",
  });
}

/** State EnergyTransferStarted, from Authorized: the cable is plugged in and energy flows. */
export async function energyTransferStarted(t: CaseContext): Promise<RecordedExchange[]> {
  const plugged = await pluggedIn(t);
  const charging = await t.exchange("TransactionEvent", {
    where: (payload) =>
      payload["triggerReason"] === "ChargingStateChanged" &&
      member(payload, "transactionInfo", "chargingState") === "Charging",
  });
  return [plugged, charging];
}
