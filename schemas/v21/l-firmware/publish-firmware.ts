import { atLeast, optional, text } from "../../shape.ts";
import * as v201 from "../../v201/l-firmware/publish-firmware.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const PublishFirmwareRequest = revised(v201.PublishFirmwareRequest, {
  requestId: atLeast(0),
  location: text(2000),
  retries: optional(atLeast(0)),
  /** Seconds. */
  retryInterval: optional(atLeast(0)),
});

export const PublishFirmwareResponse = explained(v201.PublishFirmwareResponse);
