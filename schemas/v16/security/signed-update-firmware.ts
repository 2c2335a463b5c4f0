import { closed, dateTime, integer, oneOf, optional, text } from "../../shape.ts";

export const SignedUpdateFirmwareRequest = closed({
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

export const SignedUpdateFirmwareResponse = closed({
  status: oneOf(["Accepted", "Rejected", "AcceptedCanceled", "InvalidCertificate", "RevokedCertificate"]),
});
