import { atLeast, integer } from "../../shape.ts";
import { object } from "../types/object.ts";

export const NotifyWebPaymentStartedRequest = object({
  evseId: atLeast(0),
  /** Seconds. */
  timeout: integer(),
});

export const NotifyWebPaymentStartedResponse = object({});
