import { atLeast, oneOf, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({ id: atLeast(0) });

export const response = object({
  status: oneOf(["Accepted", "Unknown", "Rejected"]),
  statusInfo: optional(StatusInfo),
});
