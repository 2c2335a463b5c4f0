import { optional, some } from "../../shape.ts";
import * as v201 from "../../v201/n-diagnostics/get-monitoring-report.ts";
import { ComponentVariable } from "../types/component.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  componentVariable: optional(some(ComponentVariable)),
});

export const response = explained(v201.response);
