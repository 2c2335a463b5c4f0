import { dateTime, number, oneOf, optional, text } from "../../shape.ts";
import { Address } from "../types/address.ts";
import { object } from "../types/object.ts";

export const request = object({
  transactionId: optional(text(36)),
  /** The payment provider's name of the payment. */
  pspRef: text(255),
  status: oneOf(["Settled", "Canceled", "Rejected", "Failed"]),
  /** Plain text, unlike `statusInfo` elsewhere. */
  statusInfo: optional(text(500)),
  settlementAmount: number(),
  settlementTime: dateTime(),
  receiptId: optional(text(50)),
  receiptUrl: optional(text(2000)),
  vatCompany: optional(Address),
  vatNumber: optional(text(20)),
});

export const response = object({
  receiptUrl: optional(text(2000)),
  receiptId: optional(text(50)),
});
