import type { JsonObject } from "../../../protocol/wire/frame.ts";

/** What a station says in one version, for tests that play the same story in all. */
export interface Phrases {
  subprotocol: string;
  boot: JsonObject;
  status: JsonObject;
  authorize(token: string): JsonObject;
  /** Member of the answers that says what a token is worth. */
  info: string;
  start: [action: string, payload: JsonObject];
  /** @param id what the CSMS gave, in 1.6 */
  stop(id: unknown): [action: string, payload: JsonObject];
}

const at = "2026-01-31T12:00:00Z";
const token = { idToken: "VALID-TOKEN", type: "ISO14443" };
const reading = (value: number, context: string) => [{ timestamp: at, sampledValue: [{ value, context }] }];

const phrases201 = {
  subprotocol: "ocpp2.0.1",
  boot: { reason: "PowerUp", chargingStation: { vendorName: "Vendor", model: "Model" } },
  status: { timestamp: at, connectorStatus: "Available", evseId: 1, connectorId: 1 },
  authorize: (idToken) => ({ idToken: { idToken, type: "ISO14443" } }),
  info: "idTokenInfo",
  start: [
    "TransactionEvent",
    {
      eventType: "Started",
      timestamp: at,
      triggerReason: "Authorized",
      seqNo: 0,
      transactionInfo: { transactionId: "T-1" },
      evse: { id: 1, connectorId: 1 },
      idToken: token,
      meterValue: reading(100, "Transaction.Begin"),
    },
  ],
  stop: () => [
    "TransactionEvent",
    {
      eventType: "Ended",
      timestamp: at,
      triggerReason: "StopAuthorized",
      seqNo: 1,
      transactionInfo: { transactionId: "T-1", stoppedReason: "Local" },
      idToken: token,
      meterValue: reading(5100, "Transaction.End"),
    },
  ],
} satisfies Phrases;

export const phrases = {
  "1.6J": {
    subprotocol: "ocpp1.6",
    boot: { chargePointVendor: "Vendor", chargePointModel: "Model" },
    status: { connectorId: 1, errorCode: "NoError", status: "Available" },
    authorize: (idTag) => ({ idTag }),
    info: "idTagInfo",
    start: ["StartTransaction", { connectorId: 1, idTag: "VALID-TOKEN", meterStart: 100, timestamp: at }],
    stop: (transactionId) => [
      "StopTransaction",
      { transactionId, idTag: "VALID-TOKEN", meterStop: 5100, timestamp: at },
    ],
  },
  "2.0.1": phrases201,
  "2.1": { ...phrases201, subprotocol: "ocpp2.1" },
} satisfies { [dialect: string]: Phrases };
