import { boolean, oneOf, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({ transactionId: text(36), activate: boolean() });

export const response = reasoned(oneOf(["Accepted", "Rejected", "NoProfile"]));
