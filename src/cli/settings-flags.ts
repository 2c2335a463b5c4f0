import { loadConfig } from "../config/load.ts";
import type { LoadedConfig } from "../config/load.ts";
import { settings } from "../config/settings.ts";
import type { Flag, Parsed } from "./flags.ts";
import { UsageError } from "./usage-error.ts";

const hints = { string: "text", number: "number", boolean: "true|false", list: "a,b" } as const;

/** A flag for every setting, and the one that names the file. */
export const settingsFlags: readonly Flag[] = [
  {
    name: "config",
    text: "Configuration file (STATIONMASTER_CONFIG); config.yaml here if there is one.",
    hint: "file",
  },
  ...settings.map((setting): Flag => ({
    name: setting.flag,
    text: `${setting.text} ${setting.env}, ${setting.name}.`,
    hint: hints[setting.kind],
  })),
];

/** The settings in force for a command line. Throws UsageError with everything that is wrong. */
export function settingsOf(parsed: Parsed): Extract<LoadedConfig, { ok: true }> {
  const flags = new Map<string, string>();
  for (const [name, values] of parsed.values) {
    const value = values.at(-1);
    if (value !== undefined && settings.some((setting) => setting.flag === name)) flags.set(name, value);
  }
  const file = parsed.values.get("config")?.at(-1);
  const loaded = loadConfig({ flags, env: process.env, ...(file === undefined ? {} : { file }) });
  if (!loaded.ok) throw new UsageError(loaded.problems.join("\n"));
  return loaded;
}
