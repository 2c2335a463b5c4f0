import { integer } from "../../shape.ts";
import { object } from "../types/object.ts";
import { GenericStatus, reasoned } from "../types/status-info.ts";

export const request = object({
  /** 0 (danger) to 9 (debug). */
  severity: integer(),
});

export const response = reasoned(GenericStatus);
