import { integer, oneOf, optional, some } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const ClearMonitoringResult = object({
  id: integer(),
  status: oneOf(["Accepted", "Rejected", "NotFound"]),
  statusInfo: optional(StatusInfo),
});

export const request = object({ id: some(integer()) });

export const response = object({ clearMonitoringResult: some(ClearMonitoringResult) });
