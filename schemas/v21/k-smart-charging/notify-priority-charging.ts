import type { Static } from "typebox";
import { boolean, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const NotifyPriorityChargingRequest = object({ transactionId: text(36), activated: boolean() });
export type NotifyPriorityChargingRequest = Static<typeof NotifyPriorityChargingRequest>;

export const NotifyPriorityChargingResponse = object({});
export type NotifyPriorityChargingResponse = Static<typeof NotifyPriorityChargingResponse>;
