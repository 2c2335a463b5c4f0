import { closed, dateTime, integer, optional, uri } from "../../shape.ts";

export const request = closed({
  location: uri(),
  retries: optional(integer()),
  retrieveDate: dateTime(),
  /** Seconds. */
  retryInterval: optional(integer()),
});

export const response = closed({});
