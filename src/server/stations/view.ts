import type { StationConfig } from "../../station/config.ts";
import type { StationDriver } from "../../station/driver.ts";
import { hidden } from "../documents/hidden.ts";
import type { ForeignStation } from "./foreign.ts";
import type { StationView } from "./schema/station.ts";
import { secretOf, secretSettings } from "./secrets.ts";

/** A station as API and web app see it; its secrets stay here. */
export function viewStation(config: StationConfig, driver: StationDriver): StationView {
  const snapshot = driver.snapshot();
  return {
    ...shown(config, secretOf(snapshot.settings)),
    target: driver.config.url,
    link: driver.linkState(),
    snapshot,
  };
}

/** The same of a station of another process: its configuration, and no more of its state than is known. */
export function viewForeign({ config, process, online }: ForeignStation): StationView {
  return {
    ...shown(config, secretSettings(config)),
    process,
    // "sandbox" is that process's own, whose address is not known here.
    target: config.url,
    link: { state: online ? "online" : "offline", text: `in process ${process}` },
    snapshot: {
      at: 0,
      powered: online,
      online,
      boot: "None",
      queued: 0,
      awaiting: null,
      connectors: [],
      settings: [],
    },
  };
}

/** Each member by name, so that none comes to be shown because a station got it. */
function shown(config: StationConfig, secret: ReadonlySet<string>) {
  const settings = Object.entries(config.settings).map(([name, value]): [string, string] => [
    name,
    secret.has(name.toLowerCase()) ? hidden : value,
  ]);
  return {
    id: config.id,
    dialect: config.dialect,
    url: config.url,
    autostart: config.autostart,
    onPowerLoss: config.onPowerLoss ?? "end-transactions",
    policies: config.policies,
    hasPassword: config.password !== undefined,
    hasTls: config.tls !== undefined,
    description: config.description,
    settings: Object.fromEntries(settings),
    seed: config.seed,
    callTimeout: config.callTimeout,
    deflate: config.deflate,
  };
}
