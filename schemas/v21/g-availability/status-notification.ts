import { atLeast } from "../../shape.ts";
import * as v201 from "../../v201/g-availability/status-notification.ts";
import { revised } from "../types/object.ts";

export { StatusNotificationResponse } from "../../v201/g-availability/status-notification.ts";

export const StatusNotificationRequest = revised(v201.StatusNotificationRequest, {
  evseId: atLeast(0),
  connectorId: atLeast(0),
});
