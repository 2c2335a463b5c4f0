export { request, response } from "../../v201/a-security/security-event-notification.ts";
