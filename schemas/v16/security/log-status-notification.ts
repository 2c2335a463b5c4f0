import type { Static } from "typebox";
import { closed, integer, oneOf, optional } from "../../shape.ts";

export const request = closed({
  status: oneOf([
    "BadMessage",
    "Idle",
    "NotSupportedOperation",
    "PermissionDenied",
    "Uploaded",
    "UploadFailure",
    "Uploading",
  ]),
  requestId: optional(integer()),
});
export type LogStatusNotificationRequest = Static<typeof request>;

export const response = closed({});
