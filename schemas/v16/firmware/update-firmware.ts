import type { Static } from "typebox";
import { closed, dateTime, integer, optional, uri } from "../../shape.ts";

export const UpdateFirmwareRequest = closed({
  location: uri(),
  retries: optional(integer()),
  retrieveDate: dateTime(),
  /** Seconds. */
  retryInterval: optional(integer()),
});
export type UpdateFirmwareRequest = Static<typeof UpdateFirmwareRequest>;

export const UpdateFirmwareResponse = closed({});
export type UpdateFirmwareResponse = Static<typeof UpdateFirmwareResponse>;
