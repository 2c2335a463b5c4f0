import type { Static } from "typebox";
import { closed, dateTime, integer, list, oneOf, optional } from "../../shape.ts";
import { IdTag, IdTagInfo } from "../types/id-tag.ts";
import { MeterValue } from "../types/meter-value.ts";

export const request = closed({
  idTag: optional(IdTag),
  /** Wh. */
  meterStop: integer(),
  timestamp: dateTime(),
  transactionId: integer(),
  /** Absent means `Local` (1.6-J errata §2.6). */
  reason: optional(
    oneOf([
      "DeAuthorized",
      "EmergencyStop",
      "EVDisconnected",
      "HardReset",
      "Local",
      "Other",
      "PowerLoss",
      "Reboot",
      "Remote",
      "SoftReset",
      "UnlockCommand",
    ]),
  ),
  transactionData: optional(list(MeterValue)),
});
export type StopTransactionRequest = Static<typeof request>;

export const response = closed({ idTagInfo: optional(IdTagInfo) });
export type StopTransactionResponse = Static<typeof response>;
