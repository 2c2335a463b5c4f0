import { integer, optional } from "../../shape.ts";
import { IdToken } from "../types/id-token.ts";
import { object } from "../types/object.ts";
import { GenericStatus, StatusInfo } from "../types/status-info.ts";

export const request = object({ requestId: integer(), idToken: IdToken });

export const response = object({ status: GenericStatus, statusInfo: optional(StatusInfo) });
