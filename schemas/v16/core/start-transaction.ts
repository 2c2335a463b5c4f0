import type { Static } from "typebox";
import { closed, dateTime, integer, optional } from "../../shape.ts";
import { IdTag, IdTagInfo } from "../types/id-tag.ts";

export const StartTransactionRequest = closed({
  connectorId: integer(),
  idTag: IdTag,
  /** Wh. */
  meterStart: integer(),
  reservationId: optional(integer()),
  timestamp: dateTime(),
});
export type StartTransactionRequest = Static<typeof StartTransactionRequest>;

export const StartTransactionResponse = closed({ idTagInfo: IdTagInfo, transactionId: integer() });
export type StartTransactionResponse = Static<typeof StartTransactionResponse>;
