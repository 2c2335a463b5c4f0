import { boolean, optional, text } from "../../shape.ts";
import { DERControl, DERControlStatus } from "../types/der-control.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  isDefault: boolean(),
  controlType: optional(DERControl),
  controlId: optional(text(36)),
});

export const response = reasoned(DERControlStatus);
