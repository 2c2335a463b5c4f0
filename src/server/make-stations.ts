import type { Config } from "../config/schema.ts";
import type { Journal } from "../journal/journal.ts";
import { StateKeeper } from "../keeping/state-keeper.ts";
import { realClock } from "../station/clock.ts";
import { Fleet } from "../station/fleet.ts";
import type { Store, StoreIdentity } from "../store/store.ts";
import type { Log } from "./log.ts";
import { Stations } from "./stations/stations.ts";

interface Parts {
  store: Store;
  journal: Journal;
  identity: StoreIdentity;
  /** Null when the sandbox is switched off. */
  sandboxUrl: string | null;
  /** Where what stations know is written down at once; null: nothing of it outlives the process. */
  statesFolder: string | null;
  log: Log;
}

/** The stations, none of which runs yet; what they have to tell goes to the log. `close` stops them. */
export function makeStations(
  csms: Config["csms"],
  { store, journal, identity, sandboxUrl, statesFolder, log }: Parts,
): { stations: Stations; close: () => Promise<void> } {
  const fleet = new Fleet({
    recorder: journal,
    clock: realClock,
    startsPerSecond: csms.startsPerSecond,
    maxFrame: csms.maxFrame * 2 ** 20,
  });
  const states =
    statesFolder === null
      ? undefined
      : new StateKeeper({ states: store.states, folder: statesFolder, report: (text) => log.warn(text) });
  const stations = new Stations({
    store,
    fleet,
    sandboxUrl,
    identity,
    ...(states === undefined ? {} : { states }),
    endTransactions: (station, ending) => journal.endTransactions(station, ending),
    learnTransactions: (station) => journal.learnTransactions(station),
    report: (err) => log.error({ err }, "Something of a station that is gone could not be cleared up."),
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
    const left = (await states?.close()) ?? [];
    if (left.length > 0) log.warn({ stations: left }, "The data folder alone has what these stations know.");
  };
  return { stations, close };
}
