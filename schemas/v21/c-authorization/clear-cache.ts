import * as v201 from "../../v201/c-authorization/clear-cache.ts";
import { explained } from "../types/status-info.ts";

export { ClearCacheRequest } from "../../v201/c-authorization/clear-cache.ts";

export const ClearCacheResponse = explained(v201.ClearCacheResponse);
