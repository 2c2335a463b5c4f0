import type { Static } from "typebox";
import { closed, oneOf } from "../../shape.ts";

export const DiagnosticsStatusNotificationRequest = closed({
  status: oneOf(["Idle", "Uploaded", "UploadFailed", "Uploading"]),
});
export type DiagnosticsStatusNotificationRequest = Static<typeof DiagnosticsStatusNotificationRequest>;

export const DiagnosticsStatusNotificationResponse = closed({});
