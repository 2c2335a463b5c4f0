import type { Static } from "typebox";
import { integer, oneOf, optional, some } from "../../shape.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const ClearMonitoringResult = object({
  id: integer(),
  status: oneOf(["Accepted", "Rejected", "NotFound"]),
  statusInfo: optional(StatusInfo),
});
export type ClearMonitoringResult = Static<typeof ClearMonitoringResult>;

export const ClearVariableMonitoringRequest = object({ id: some(integer()) });
export type ClearVariableMonitoringRequest = Static<typeof ClearVariableMonitoringRequest>;

export const ClearVariableMonitoringResponse = object({ clearMonitoringResult: some(ClearMonitoringResult) });
export type ClearVariableMonitoringResponse = Static<typeof ClearVariableMonitoringResponse>;
