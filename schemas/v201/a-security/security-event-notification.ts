import { dateTime, optional, text } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({
  type: text(50),
  timestamp: dateTime(),
  techInfo: optional(text(255)),
});

export const response = object({});
