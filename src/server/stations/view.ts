import type { StationView } from "./schema/station.ts";
import type { StationConfig } from "../../station/config.ts";
import type { StationDriver } from "../../station/driver.ts";

/** Stands where a secret is not shown. */
export const hidden = "••••••";

/** A station as API and web app see it; its secrets stay here. */
export function viewStation(config: StationConfig, driver: StationDriver): StationView {
  const snapshot = driver.snapshot();
  const secret = new Set(
    snapshot.settings.filter((setting) => setting.value === null).map(({ name }) => name.toLowerCase()),
  );
  return {
    id: config.id,
    dialect: config.dialect,
    url: config.url,
    target: driver.config.url,
    autostart: config.autostart,
    policies: driver.config.policies,
    hasPassword: config.password !== undefined,
    hasTls: config.tls !== undefined,
    description: config.description,
    settings: Object.fromEntries(
      Object.entries(config.settings).map(([name, value]) => [
        name,
        secret.has(name.toLowerCase()) ? hidden : value,
      ]),
    ),
    seed: config.seed,
    callTimeout: config.callTimeout,
    deflate: config.deflate,
    link: driver.linkState(),
    snapshot,
  };
}
