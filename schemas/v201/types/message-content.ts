import { oneOf, optional, text } from "../../shape.ts";
import { object } from "./object.ts";

export const MessageFormat = oneOf(["ASCII", "HTML", "URI", "UTF8"]);

export const MessageContent = object({
  format: MessageFormat,
  content: text(512),
  language: optional(text(8)),
});
