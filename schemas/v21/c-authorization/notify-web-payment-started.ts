import type { Static } from "typebox";
import { atLeast, integer } from "../../shape.ts";
import { object } from "../types/object.ts";

export const NotifyWebPaymentStartedRequest = object({
  evseId: atLeast(0),
  /** Seconds. */
  timeout: integer(),
});
export type NotifyWebPaymentStartedRequest = Static<typeof NotifyWebPaymentStartedRequest>;

export const NotifyWebPaymentStartedResponse = object({});
export type NotifyWebPaymentStartedResponse = Static<typeof NotifyWebPaymentStartedResponse>;
