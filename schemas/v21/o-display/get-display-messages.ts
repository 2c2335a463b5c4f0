import { atLeast, optional, some } from "../../shape.ts";
import * as v201 from "../../v201/o-display/get-display-messages.ts";
import { MessageState } from "../types/message-info.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  id: optional(some(atLeast(0))),
  state: optional(MessageState),
});

export const response = explained(v201.response);
