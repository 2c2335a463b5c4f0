import * as v201 from "../../v201/c-authorization/clear-cache.ts";
import { explained } from "../types/status-info.ts";

export { request } from "../../v201/c-authorization/clear-cache.ts";

export const response = explained(v201.response);
