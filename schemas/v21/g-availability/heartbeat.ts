export { HeartbeatRequest, HeartbeatResponse } from "../../v201/g-availability/heartbeat.ts";
