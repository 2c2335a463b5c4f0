import { number, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const CostUpdatedRequest = object({ totalCost: number(), transactionId: text(36) });

export const CostUpdatedResponse = object({});
