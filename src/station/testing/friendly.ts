import type { Peer } from "./hostile-server.ts";

/** Answers a station's CALLs the way a CSMS of either family does that accepts all. For `HostileOptions.message`. */
export function answerAll(text: string, peer: Peer): void {
  const frame: unknown[] = JSON.parse(text);
  if (frame[0] !== 2) return;
  const currentTime = new Date().toISOString();
  const accepted = { status: "Accepted" };
  const old = peer.socket.protocol === "ocpp1.6";
  const answers: { [action: string]: unknown } = {
    BootNotification: { ...accepted, currentTime, interval: 300 },
    Heartbeat: { currentTime },
    Authorize: old ? { idTagInfo: accepted } : { idTokenInfo: accepted },
    StartTransaction: { transactionId: 7, idTagInfo: accepted },
    TransactionEvent: text.includes('"idToken"') ? { idTokenInfo: accepted } : {},
  };
  peer.socket.send(JSON.stringify([3, frame[1], answers[String(frame[2])] ?? {}]));
}
