import type { Static } from "typebox";
import { closed, dateTime, integer, optional, text, uri } from "../../shape.ts";

export const GetDiagnosticsRequest = closed({
  location: uri(),
  retries: optional(integer()),
  /** Seconds. */
  retryInterval: optional(integer()),
  startTime: optional(dateTime()),
  stopTime: optional(dateTime()),
});
export type GetDiagnosticsRequest = Static<typeof GetDiagnosticsRequest>;

export const GetDiagnosticsResponse = closed({ fileName: optional(text(255)) });
export type GetDiagnosticsResponse = Static<typeof GetDiagnosticsResponse>;
