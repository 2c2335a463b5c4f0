import { oneOf, optional, text } from "../../shape.ts";
import * as v201 from "../../v201/f-remote-control/trigger-message.ts";
import { EVSE } from "../types/component.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  requestedMessage: oneOf([
    ...v201.request.properties.requestedMessage.enum,
    "SignV2G20Certificate",
    "CustomTrigger",
  ]),
  evse: optional(EVSE),
  customTrigger: optional(text(50)),
});

export const response = explained(v201.response);
