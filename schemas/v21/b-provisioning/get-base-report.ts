import * as v201 from "../../v201/b-provisioning/get-base-report.ts";
import { explained } from "../types/status-info.ts";

export { GetBaseReportRequest } from "../../v201/b-provisioning/get-base-report.ts";

export const GetBaseReportResponse = explained(v201.GetBaseReportResponse);
