import { optional } from "../../shape.ts";
import * as v201 from "../../v201/n-diagnostics/log-status-notification.ts";
import { revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = revised(v201.request, {
  statusInfo: optional(StatusInfo),
});

export const response = v201.response;
