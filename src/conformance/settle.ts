import type { StationDriver } from "../station/driver.ts";
import type { Watch } from "./context/watch.ts";

/** How long nothing has to happen until a dialogue counts as over, ms: answers that come twice come at once. */
const quiet = 60;

/** Waits until the station awaits nothing and the wire is quiet; a silent CSMS is given its time-out. */
export async function settle(station: StationDriver, watch: Watch, timeout: number): Promise<void> {
  const deadline = Date.now() + 2 * timeout + quiet;
  while (Date.now() < deadline) {
    const seen = watch.frames.length;
    await watch.until(() => (watch.frames.length > seen ? true : undefined), quiet);
    if (watch.frames.length > seen) continue;
    const { online, awaiting } = station.snapshot();
    if (!online || awaiting === null) return;
    await watch.until(() => (station.snapshot().awaiting === null ? true : undefined), quiet);
  }
}

/** Ends what goes on: a transaction by pulling the cable, then the connection. */
export async function tearDown(station: StationDriver, watch: Watch, timeout: number): Promise<void> {
  const { online, connectors } = station.snapshot();
  if (online) {
    for (const { evse, connector, cable } of connectors)
      if (cable) station.dispatch({ kind: "unplug", evse, connector });
    await settle(station, watch, timeout);
  }
  await station.stop();
}
