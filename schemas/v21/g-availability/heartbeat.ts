export { request, response } from "../../v201/g-availability/heartbeat.ts";
