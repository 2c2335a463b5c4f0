import { integer, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";
import { GenericStatus, reasoned } from "../types/status-info.ts";

export const request = object({
  requestId: integer(),
  location: text(512),
  /** MD5, hex. */
  checksum: text(32),
  retries: optional(integer()),
  /** Seconds. */
  retryInterval: optional(integer()),
});

export const response = reasoned(GenericStatus);
