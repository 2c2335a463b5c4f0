import { atLeast, optional, text } from "../../shape.ts";
import * as v201 from "../../v201/l-firmware/update-firmware.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  retries: optional(atLeast(0)),
  firmware: revised(v201.request.properties.firmware, { location: text(2000) }),
});

export const response = explained(v201.response);
