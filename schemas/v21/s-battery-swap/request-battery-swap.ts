import { integer } from "../../shape.ts";
import { IdToken } from "../types/id-token.ts";
import { object } from "../types/object.ts";
import { GenericStatus, reasoned } from "../types/status-info.ts";

export const request = object({ requestId: integer(), idToken: IdToken });

export const response = reasoned(GenericStatus);
