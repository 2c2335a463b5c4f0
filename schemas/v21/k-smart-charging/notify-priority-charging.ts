import { boolean, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({ transactionId: text(36), activated: boolean() });

export const response = object({});
