import { closed, dateTime, integer, oneOf, optional, text } from "../../shape.ts";

export const request = closed({
  log: closed({
    remoteLocation: text(512),
    oldestTimestamp: optional(dateTime()),
    latestTimestamp: optional(dateTime()),
  }),
  logType: oneOf(["DiagnosticsLog", "SecurityLog"]),
  requestId: integer(),
  retries: optional(integer()),
  /** Seconds. */
  retryInterval: optional(integer()),
});

export const response = closed({
  status: oneOf(["Accepted", "Rejected", "AcceptedCanceled"]),
  filename: optional(text(255)),
});
