import type { Static } from "typebox";
import { closed, oneOf } from "../../shape.ts";

export const request = closed({
  status: oneOf(["Idle", "Uploaded", "UploadFailed", "Uploading"]),
});
export type DiagnosticsStatusNotificationRequest = Static<typeof request>;

export const response = closed({});
