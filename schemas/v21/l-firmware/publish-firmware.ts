import { atLeast, optional, text } from "../../shape.ts";
import * as v201 from "../../v201/l-firmware/publish-firmware.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  requestId: atLeast(0),
  location: text(2000),
  retries: optional(atLeast(0)),
  /** Seconds. */
  retryInterval: optional(atLeast(0)),
});

export const response = explained(v201.response);
