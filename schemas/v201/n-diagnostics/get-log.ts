import { dateTime, integer, oneOf, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({
  requestId: integer(),
  logType: oneOf(["DiagnosticsLog", "SecurityLog"]),
  log: object({
    remoteLocation: text(512),
    oldestTimestamp: optional(dateTime()),
    latestTimestamp: optional(dateTime()),
  }),
  retries: optional(integer()),
  /** Seconds. */
  retryInterval: optional(integer()),
});

export const response = object({
  status: oneOf(["Accepted", "Rejected", "AcceptedCanceled"]),
  statusInfo: optional(StatusInfo),
  filename: optional(text(255)),
});
