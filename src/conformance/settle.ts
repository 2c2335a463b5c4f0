import type { FrameRecord } from "../frames/frame.ts";
import { realClock } from "../station/clock.ts";
import type { StationDriver } from "../station/driver.ts";
import type { Watch } from "./context/watch.ts";

/** How long nothing has to happen until a dialogue counts as over, ms: what comes twice or uncalled comes at once. */
const quiet = 100;

/** Within so many ms our station answers a request, if it answers it at all (a rejected one of 1.6 stays silent). */
const answersWithin = 250;

/**
 * Waits until neither side awaits an answer and the wire is quiet. A silent CSMS is given its time-out, and not more than two
 * in all, since it may go on talking for ever.
 */
export async function settle(station: StationDriver, watch: Watch, timeout: number): Promise<void> {
  const deadline = Date.now() + 2 * timeout + quiet;
  while (Date.now() < deadline) {
    const seen = watch.frames.length;
    const more = await watch.until(() => (watch.frames.length > seen ? true : undefined), quiet);
    if (more === true) continue;
    const { online, awaiting } = station.snapshot();
    if (!online || (awaiting === null && !awaitsUs(watch.frames))) return;
  }
}

/** Ends what goes on: a transaction by pulling the cable, then the connection. */
export async function tearDown(station: StationDriver, watch: Watch, timeout: number): Promise<void> {
  const { online, connectors } = station.snapshot();
  const plugged = connectors.filter((each) => each.cable);
  if (online && plugged.length > 0) {
    for (const { evse, connector } of plugged) station.dispatch({ kind: "unplug", evse, connector });
    await settle(station, watch, timeout);
  }
  await station.stop();
}

/** The latest request of the CSMS has no answer of ours yet. */
function awaitsUs(frames: readonly FrameRecord[]): boolean {
  const last = frames.findLast((frame) => frame.direction === "in" && frame.kind === "call");
  if (last === undefined || realClock.now() - last.at > answersWithin) return false;
  return !frames.some((frame) => frame.direction === "out" && frame.pair === last.id);
}
