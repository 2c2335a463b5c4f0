import { closed, dateTime, integer, oneOf, optional, text } from "../../shape.ts";

export const request = closed({
  requestId: integer(),
  retries: optional(integer()),
  /** Seconds. */
  retryInterval: optional(integer()),
  firmware: closed({
    location: text(512),
    retrieveDateTime: dateTime(),
    installDateTime: optional(dateTime()),
    signingCertificate: text(5500),
    signature: text(800),
  }),
});

export const response = closed({
  status: oneOf(["Accepted", "Rejected", "AcceptedCanceled", "InvalidCertificate", "RevokedCertificate"]),
});
