import * as v201 from "../../v201/n-diagnostics/set-monitoring-base.ts";
import { explained } from "../types/status-info.ts";

export { request } from "../../v201/n-diagnostics/set-monitoring-base.ts";

export const response = explained(v201.response);
