import { dialectEntry } from "../../../protocol/dialect.ts";
import { createStation } from "../../../protocol/model/station.ts";
import type { StationConfig } from "../../station/config.ts";

/** Names of settings whose values are never shown, in lower case: stations compare them without regard to it. */
export function secretSettings(config: StationConfig): Set<string> {
  if (Object.keys(config.settings).length === 0) return new Set();
  const { version } = dialectEntry(config.dialect);
  if (version === null) return new Set(Object.keys(config.settings).map((name) => name.toLowerCase()));
  const { description, settings, seed } = config;
  const { settings: shown } = createStation({ description, settings, seed, version, now: 0 }).snapshot(0);
  return secretOf(shown);
}

/** The same, of the settings in a snapshot. */
export function secretOf(settings: readonly { name: string; value: string | null }[]): Set<string> {
  return new Set(settings.filter(({ value }) => value === null).map(({ name }) => name.toLowerCase()));
}
