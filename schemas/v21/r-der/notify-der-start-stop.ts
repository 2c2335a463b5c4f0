import { boolean, dateTime, optional, some, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({
  controlId: text(36),
  started: boolean(),
  timestamp: dateTime(),
  supersededIds: optional(some(text(36), 24)),
});

export const response = object({});
