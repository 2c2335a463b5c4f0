import { closed, dateTime, optional, text } from "../../shape.ts";

export const request = closed({
  type: text(50),
  timestamp: dateTime(),
  techInfo: optional(text(255)),
});

export const response = closed({});
