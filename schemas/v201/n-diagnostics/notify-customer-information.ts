import { boolean, dateTime, integer, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({
  requestId: integer(),
  seqNo: integer(),
  generatedAt: dateTime(),
  tbc: optional(boolean()),
  data: text(512),
});

export const response = object({});
