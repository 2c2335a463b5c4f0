import type { Peer } from "./hostile-server.ts";

/** Answers a station's CALLs the way a CSMS of 2.0.1 or 1.6 does that accepts all. For `HostileOptions.message`. */
export function answerAll(text: string, peer: Peer): void {
  const frame: unknown[] = JSON.parse(text);
  if (frame[0] !== 2) return;
  const now = new Date().toISOString();
  const answers: { [action: string]: unknown } = {
    BootNotification: { status: "Accepted", currentTime: now, interval: 300 },
    Heartbeat: { currentTime: now },
  };
  peer.socket.send(JSON.stringify([3, frame[1], answers[String(frame[2])] ?? {}]));
}
