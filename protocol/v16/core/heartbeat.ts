import type { HeartbeatRequest } from "../../../schemas/v16/core/heartbeat.ts";

export function heartbeat(): HeartbeatRequest {
  return {};
}
