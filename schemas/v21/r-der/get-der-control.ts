import { boolean, integer, optional, text } from "../../shape.ts";
import { DERControl, DERControlStatus } from "../types/der-control.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  requestId: integer(),
  isDefault: optional(boolean()),
  controlType: optional(DERControl),
  controlId: optional(text(36)),
});

export const response = reasoned(DERControlStatus);
