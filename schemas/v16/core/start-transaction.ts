import type { Static } from "typebox";
import { closed, dateTime, integer, optional } from "../../shape.ts";
import { IdTag, IdTagInfo } from "../types/id-tag.ts";

export const request = closed({
  connectorId: integer(),
  idTag: IdTag,
  /** Wh. */
  meterStart: integer(),
  reservationId: optional(integer()),
  timestamp: dateTime(),
});
export type StartTransactionRequest = Static<typeof request>;

export const response = closed({ idTagInfo: IdTagInfo, transactionId: integer() });
export type StartTransactionResponse = Static<typeof response>;
