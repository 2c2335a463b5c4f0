import { integer, oneOf, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({ id: integer() });

export const response = object({
  status: oneOf(["Accepted", "Unknown"]),
  statusInfo: optional(StatusInfo),
});
