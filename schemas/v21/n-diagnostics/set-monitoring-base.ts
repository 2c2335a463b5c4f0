import * as v201 from "../../v201/n-diagnostics/set-monitoring-base.ts";
import { explained } from "../types/status-info.ts";

export { SetMonitoringBaseRequest } from "../../v201/n-diagnostics/set-monitoring-base.ts";

export const SetMonitoringBaseResponse = explained(v201.SetMonitoringBaseResponse);
