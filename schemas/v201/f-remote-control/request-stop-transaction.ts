import type { Static } from "typebox";
import { oneOf, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({ transactionId: text(36) });

export const response = reasoned(oneOf(["Accepted", "Rejected"]));
export type RequestStopTransactionResponse = Static<typeof response>;
