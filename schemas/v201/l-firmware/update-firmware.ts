import { dateTime, integer, oneOf, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  requestId: integer(),
  retries: optional(integer()),
  /** Seconds. */
  retryInterval: optional(integer()),
  firmware: object({
    location: text(512),
    retrieveDateTime: dateTime(),
    installDateTime: optional(dateTime()),
    signingCertificate: optional(text(5500)),
    signature: optional(text(800)),
  }),
});

export const response = reasoned(
  oneOf(["Accepted", "Rejected", "AcceptedCanceled", "InvalidCertificate", "RevokedCertificate"]),
);
