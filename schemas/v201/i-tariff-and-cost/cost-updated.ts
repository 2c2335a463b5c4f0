import { number, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({ totalCost: number(), transactionId: text(36) });

export const response = object({});
