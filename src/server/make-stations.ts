import type { Config } from "../config/schema.ts";
import type { Recorder } from "../journal/recorder.ts";
import { realClock } from "../station/clock.ts";
import { Fleet } from "../station/fleet.ts";
import type { Store, StoreIdentity } from "../store/store.ts";
import type { Log } from "./log.ts";
import { Stations } from "./stations/stations.ts";

interface Parts {
  store: Store;
  recorder: Recorder;
  identity: StoreIdentity;
  /** Null when the sandbox is switched off. */
  sandboxUrl: string | null;
  log: Log;
}

/** The stations, none of which runs yet; what they have to tell goes to the log. `close` stops them. */
export function makeStations(
  csms: Config["csms"],
  { store, recorder, identity, sandboxUrl, log }: Parts,
): { stations: Stations; close: () => Promise<void> } {
  const fleet = new Fleet({
    recorder,
    clock: realClock,
    startsPerSecond: csms.startsPerSecond,
    maxFrame: csms.maxFrame * 2 ** 20,
  });
  const stations = new Stations({
    store,
    fleet,
    sandboxUrl,
    identity,
    defaults: { policies: { in: csms.policyIn, out: csms.policyOut }, callTimeout: csms.callTimeout },
  });
  const end = fleet.subscribe((change) => {
    if (change.kind !== "notice") return;
    const level = change.level === "warning" ? "warn" : change.level === "error" ? "error" : "debug";
    log[level]({ station: change.station }, change.text);
  });
  const close = async (): Promise<void> => {
    end();
    await fleet.stop();
    const lost = await stations.settings.end();
    if (lost.length > 0) log.error({ stations: lost }, "Settings that the CSMS changed could not be kept.");
  };
  return { stations, close };
}
