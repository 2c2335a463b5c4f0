import { closed, dateTime, integer, optional, text, uri } from "../../shape.ts";

export const request = closed({
  location: uri(),
  retries: optional(integer()),
  /** Seconds. */
  retryInterval: optional(integer()),
  startTime: optional(dateTime()),
  stopTime: optional(dateTime()),
});

export const response = closed({ fileName: optional(text(255)) });
