import { tell } from "../outbox/outbox.ts";
import type { StationState } from "../state.ts";
import { cancelTimer, setTimer } from "../timers/set-timer.ts";
import { stationTimer } from "../timers/timer.ts";

export const heartbeatTimer = stationTimer("heartbeat");

/** Starts the wait for the next heartbeat anew. Sent every interval, whatever else was sent (1.6 C §4.6, G02.FR.01). */
export function armHeartbeat(station: StationState): void {
  const seconds = station.parameters.heartbeatInterval;
  if (station.link.online && station.boot.status === "Accepted" && seconds > 0) {
    setTimer(station, heartbeatTimer, seconds);
  } else disarmHeartbeat(station);
}

export function disarmHeartbeat(station: StationState): void {
  cancelTimer(station, heartbeatTimer);
}

export function onHeartbeatTimer(station: StationState): void {
  const unsent = station.outbox.queue.some((entry) => entry.fact.kind === "heartbeat");
  if (!unsent) tell(station, { kind: "heartbeat" });
  armHeartbeat(station);
}
