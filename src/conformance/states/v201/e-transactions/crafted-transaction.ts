import { randomUUID } from "node:crypto";
import type { JsonObject } from "../../../../../protocol/wire/frame.ts";
import type { CaseContext } from "../../../context/context.ts";
import type { RecordedExchange } from "../../../context/exchange.ts";
import { requireAuthorized, requireTransactionToken } from "../c-authorization/authorized.ts";

/**
 * A transaction whose messages the case writes itself, for what a healthy station never sends: sequence numbers left out,
 * events out of order. The station's own model knows nothing of it.
 */
export class CraftedTransaction {
  readonly id = randomUUID();
  readonly #t: CaseContext;

  constructor(t: CaseContext) {
    this.#t = t;
  }

  /** Sends one TransactionEvent of it. `chargingState` belongs to `transactionInfo`, the rest to the message. */
  event(
    eventType: "Started" | "Updated" | "Ended",
    triggerReason: string,
    seqNo: number,
    chargingState: string,
    members: JsonObject = {},
  ): Promise<RecordedExchange> {
    const stopped = eventType === "Ended" ? { stoppedReason: "EVDisconnected" } : {};
    return this.#t.request("TransactionEvent", {
      eventType,
      timestamp: new Date().toISOString(),
      triggerReason,
      seqNo,
      transactionInfo: { transactionId: this.id, chargingState, ...stopped },
      ...members,
    });
  }

  /** State EnergyTransferStarted; the next sequence number is 3. */
  async energyTransferStarted(): Promise<RecordedExchange[]> {
    const t = this.#t;
    const idToken = { idToken: t.tokens.valid, type: t.tokens.type };
    requireAuthorized(t, await t.request("Authorize", { idToken }));
    const started = await this.event("Started", "Authorized", 0, "Idle", { idToken });
    requireTransactionToken(t, started);
    await this.connector("Occupied");
    const plugged = await this.event("Updated", "CablePluggedIn", 1, "EVConnected", {
      evse: { id: 1, connectorId: 1 },
    });
    const charging = await this.event("Updated", "ChargingStateChanged", 2, "Charging");
    return [started, plugged, charging];
  }

  connector(connectorStatus: "Occupied" | "Available"): Promise<RecordedExchange> {
    return this.#t.request("StatusNotification", {
      timestamp: new Date().toISOString(),
      connectorStatus,
      evseId: 1,
      connectorId: 1,
    });
  }
}
