import { closed, dateTime, integer, optional, uri } from "../../shape.ts";

export const UpdateFirmwareRequest = closed({
  location: uri(),
  retries: optional(integer()),
  retrieveDate: dateTime(),
  /** Seconds. */
  retryInterval: optional(integer()),
});

export const UpdateFirmwareResponse = closed({});
