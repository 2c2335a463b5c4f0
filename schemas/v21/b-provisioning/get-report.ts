import { optional, some } from "../../shape.ts";
import * as v201 from "../../v201/b-provisioning/get-report.ts";
import { ComponentVariable } from "../types/component.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const GetReportRequest = revised(v201.GetReportRequest, {
  componentVariable: optional(some(ComponentVariable)),
});

export const GetReportResponse = explained(v201.GetReportResponse);
