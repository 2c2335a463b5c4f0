import type { Static } from "typebox";
import { number, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const CostUpdatedRequest = object({ totalCost: number(), transactionId: text(36) });
export type CostUpdatedRequest = Static<typeof CostUpdatedRequest>;

export const CostUpdatedResponse = object({});
export type CostUpdatedResponse = Static<typeof CostUpdatedResponse>;
