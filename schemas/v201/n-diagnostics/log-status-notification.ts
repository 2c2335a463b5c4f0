import type { Static } from "typebox";
import { integer, oneOf, optional } from "../../shape.ts";
import { object } from "../types/object.ts";

export const request = object({
  status: oneOf([
    "BadMessage",
    "Idle",
    "NotSupportedOperation",
    "PermissionDenied",
    "Uploaded",
    "UploadFailure",
    "Uploading",
    "AcceptedCanceled",
  ]),
  requestId: optional(integer()),
});
export type LogStatusNotificationRequest = Static<typeof request>;

export const response = object({});
