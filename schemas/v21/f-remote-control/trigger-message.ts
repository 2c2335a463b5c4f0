import { oneOf, optional, text } from "../../shape.ts";
import * as v201 from "../../v201/f-remote-control/trigger-message.ts";
import { EVSE } from "../types/component.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const TriggerMessageRequest = revised(v201.TriggerMessageRequest, {
  requestedMessage: oneOf([
    ...v201.TriggerMessageRequest.properties.requestedMessage.enum,
    "SignV2G20Certificate",
    "CustomTrigger",
  ]),
  evse: optional(EVSE),
  customTrigger: optional(text(50)),
});

export const TriggerMessageResponse = explained(v201.TriggerMessageResponse);
