import * as v201 from "../../v201/c-authorization/clear-cache.ts";
import { explained } from "../types/status-info.ts";

export const request = v201.request;

export const response = explained(v201.response);
