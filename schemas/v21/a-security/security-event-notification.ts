export {
  SecurityEventNotificationRequest,
  SecurityEventNotificationResponse,
} from "../../v201/a-security/security-event-notification.ts";
