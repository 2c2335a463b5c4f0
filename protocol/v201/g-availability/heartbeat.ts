import type { HeartbeatRequest } from "../../../schemas/v201/g-availability/heartbeat.ts";

export function heartbeat(): HeartbeatRequest {
  return {};
}
