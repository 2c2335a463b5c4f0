import { oneOf, text } from "../../shape.ts";
import * as v201 from "../../v201/types/message-content.ts";
import { revised } from "./object.ts";

export const MessageContent = revised(v201.MessageContent, {
  format: oneOf([...v201.MessageFormat.enum, "QRCODE"]),
  content: text(1024),
});
