import { atLeast, optional, some } from "../../shape.ts";
import * as v201 from "../../v201/n-diagnostics/clear-variable-monitoring.ts";
import { revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const ClearMonitoringResult = revised(v201.ClearMonitoringResult, {
  id: atLeast(0),
  statusInfo: optional(StatusInfo),
});

export const request = revised(v201.request, { id: some(atLeast(0)) });

export const response = revised(v201.response, { clearMonitoringResult: some(ClearMonitoringResult) });
