import { isMongoUri, maskUri } from "../store/mask-uri.ts";
import { table } from "../text/table.ts";
import type { InForce } from "./load.ts";

const mask = "********";

/** Settings in force by name, secrets masked. */
export function shownSettings(inForce: readonly InForce[]): Record<string, unknown> {
  return Object.fromEntries(inForce.map((each) => [each.setting.name, shown(each)]));
}

/** A table for people: setting, value, source; a line each. */
export function settingsTable(inForce: readonly InForce[]): string {
  const rows = inForce.map((each) => [each.setting.name, text(shown(each)), each.source]);
  return table(rows, []);
}

/** The same for programs. */
export function settingsJson(inForce: readonly InForce[], file: string | null): string {
  const entries = inForce.map((each) => {
    const { name, env, flag } = each.setting;
    return [name, { value: shown(each), source: each.source, environment: env, flag: `--${flag}` }] as const;
  });
  return `${JSON.stringify({ file, settings: Object.fromEntries(entries) }, null, 2)}\n`;
}

function shown({ setting, value }: InForce): unknown {
  if (!setting.secret || value === null) return value;
  if (setting.name !== "server.store" && setting.name !== "mongodb.uri") return mask;
  return typeof value === "string" && isMongoUri(value) ? maskUri(value) : value;
}

function text(value: unknown): string {
  if (value === null) return "-";
  if (Array.isArray(value)) return value.length === 0 ? "-" : value.join(",");
  return typeof value === "string" ? value : JSON.stringify(value);
}
