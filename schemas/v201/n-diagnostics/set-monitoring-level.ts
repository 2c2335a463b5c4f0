import { integer, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { GenericStatus, StatusInfo } from "../types/status-info.ts";

export const request = object({
  /** 0 (danger) to 9 (debug). */
  severity: integer(),
});

export const response = object({ status: GenericStatus, statusInfo: optional(StatusInfo) });
