import { atLeast, optional, some, text } from "../../shape.ts";
import * as v201 from "../../v201/l-firmware/publish-firmware-status-notification.ts";
import { revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = revised(v201.request, {
  statusInfo: optional(StatusInfo),
  location: optional(some(text(2000))),
  requestId: optional(atLeast(0)),
});

export const response = v201.response;
