import * as v201 from "../../v201/b-provisioning/get-base-report.ts";
import { explained } from "../types/status-info.ts";

export { request } from "../../v201/b-provisioning/get-base-report.ts";

export const response = explained(v201.response);
