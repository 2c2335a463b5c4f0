import type { CaseContext, ConnectionAttempt } from "../context/context.ts";
import { CaseStopped, Untestable } from "../context/stop.ts";

/** Power on, connection open. */
export async function connected(t: CaseContext): Promise<void> {
  t.powerOn();
  goOnWhenOpen(await t.handshake());
}

/**
 * A CSMS that refuses the station proves nothing about itself: perhaps it does not know this identity or password, or does
 * not speak this version. The case is untestable then and says what the CSMS answered. Only a sub-protocol that was never
 * offered is judged, by the always-on rule.
 */
export function goOnWhenOpen(handshake: ConnectionAttempt): void {
  if (handshake.outcome === "opened") return;
  throw handshake.wrongSubprotocol ? new CaseStopped(handshake.text) : new Untestable(handshake.text);
}
