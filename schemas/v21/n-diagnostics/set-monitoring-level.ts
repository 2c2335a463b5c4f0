import { atLeast } from "../../shape.ts";
import * as v201 from "../../v201/n-diagnostics/set-monitoring-level.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  /** 0 (danger) to 9 (debug). */
  severity: atLeast(0),
});

export const response = explained(v201.response);
