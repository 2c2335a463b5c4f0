import { cancelTimer, setTimer } from "../messages/act.ts";
import { tell } from "../messages/outbox.ts";
import type { StationState } from "../state.ts";

/** Starts the wait for the next heartbeat anew. Sent every interval, whatever else was sent (1.6 C §4.6, G02.FR.01). */
export function armHeartbeat(station: StationState): void {
  const seconds = station.parameters.heartbeatInterval;
  if (station.link.online && station.boot.status === "Accepted" && seconds > 0) {
    setTimer(station, "heartbeat", seconds);
  } else cancelTimer(station, "heartbeat");
}

export function onHeartbeatTimer(station: StationState): void {
  const unsent = station.outbox.queue.some((entry) => entry.fact.kind === "heartbeat");
  if (!unsent) tell(station, { kind: "heartbeat" });
  armHeartbeat(station);
}
