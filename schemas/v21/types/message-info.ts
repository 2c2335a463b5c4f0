import { atLeast, oneOf, optional, some } from "../../shape.ts";
import * as v201 from "../../v201/types/message-info.ts";
import { Component } from "./component.ts";
import { MessageContent } from "./message-content.ts";
import { revised } from "./object.ts";

/** Of the station, while the message is shown. */
export const MessageState = oneOf([...v201.MessageState.enum, "Suspended", "Discharging"]);

export const MessageInfo = revised(v201.MessageInfo, {
  id: atLeast(0),
  state: optional(MessageState),
  message: MessageContent,
  /** The same in other languages. */
  messageExtra: optional(some(MessageContent, 4)),
  display: optional(Component),
});
