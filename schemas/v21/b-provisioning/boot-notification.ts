import * as v201 from "../../v201/b-provisioning/boot-notification.ts";
import { explained } from "../types/status-info.ts";

export { BootNotificationRequest } from "../../v201/b-provisioning/boot-notification.ts";

export const BootNotificationResponse = explained(v201.BootNotificationResponse);
