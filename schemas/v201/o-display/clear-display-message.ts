import { integer, oneOf, optional } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const ClearDisplayMessageRequest = object({ id: integer() });

export const ClearDisplayMessageResponse = object({
  status: oneOf(["Accepted", "Unknown"]),
  statusInfo: optional(StatusInfo),
});
