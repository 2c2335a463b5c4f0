import { existsSync, readFileSync } from "node:fs";
import { errorText } from "../error-text.ts";
import { isLoopback } from "./loopback.ts";
import { readConfigFile } from "./file.ts";
import { configSchema } from "./schema.ts";
import type { Config } from "./schema.ts";
import { isServiceLink } from "./service-link.ts";
import { configFileEnv, envPrefix, fileSuffix, settings } from "./settings.ts";
import type { Setting } from "./settings.ts";
import { didYouMean } from "../text/suggest.ts";

/** A setting in force and where it comes from. */
export interface InForce {
  setting: Setting;
  value: unknown;
  /** `flag --port`, `environment STATIONMASTER_PORT`, `config.yaml:3:9` or `default`. */
  source: string;
}

export type LoadedConfig =
  | {
      ok: true;
      config: Config;
      inForce: InForce[];
      file: string | null;
      /** What was left aside, for the log. */
      warnings: string[];
    }
  /** All that is wrong at once, each with its place and what is allowed there. */
  | { ok: false; problems: string[] };

export interface ConfigSources {
  /** Flag name without dashes to its text. */
  flags: ReadonlyMap<string, string>;
  env: { readonly [name: string]: string | undefined };
  /** `--config`; otherwise the environment's, otherwise `config.yaml` where there is one. */
  file?: string;
}

const defaultFile = "config.yaml";

/** Flags before environment before file before defaults. What is overruled is checked all the same. */
export function loadConfig(given: ConfigSources): LoadedConfig {
  const { warnings, ...sources } = withoutServiceLinks(given);
  const file =
    sources.file ?? nonEmpty(sources.env[configFileEnv]) ?? (existsSync(defaultFile) ? defaultFile : null);
  const fromFile = readConfigFile(file);
  const problems = [...fromFile.problems, ...unknownVariables(sources.env)];
  const inForce: InForce[] = settings.map((setting) => {
    let found: Omit<InForce, "setting"> = { value: setting.default, source: "default" };
    const take = (value: unknown, source: string): void => {
      const checked = setting.schema.safeParse(value);
      if (checked.success) found = { value: checked.data, source };
      else problems.push(wrong(setting, value, source));
    };
    for (const given of fromFile.values) {
      if (given.name === setting.name) take(given.value, given.place);
    }
    const inFile = setting.secret ? nonEmpty(sources.env[setting.env + fileSuffix]) : undefined;
    if (inFile !== undefined) {
      const source = `environment ${setting.env}${fileSuffix} (${inFile})`;
      const text = readSecret(inFile);
      if (text.ok) take(text.value, source);
      else problems.push(`${source}: ${text.problem}`);
    }
    const variable = nonEmpty(sources.env[setting.env]);
    if (variable !== undefined) take(fromText(setting, variable), `environment ${setting.env}`);
    const flag = sources.flags.get(setting.flag);
    if (flag !== undefined) take(fromText(setting, flag), `flag --${setting.flag}`);
    const { sharedEnv } = setting;
    const shared = sharedEnv === undefined ? undefined : nonEmpty(sources.env[sharedEnv]);
    if (shared !== undefined && found.source === "default") take(shared, `environment ${sharedEnv}`);
    return { setting, ...found };
  });
  problems.push(...impossible(inForce));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, config: configSchema.parse(nested(inForce)), inForce, file, warnings };
}

/** What is wrong with the settings together. */
function impossible(inForce: readonly InForce[]): string[] {
  const problems: string[] = [];
  const of = (name: string): InForce | undefined => inForce.find(({ setting }) => setting.name === name);
  const host = of("server.host");
  if (typeof host?.value === "string" && !isLoopback(host.value) && of("server.token")?.value === null) {
    problems.push(
      `${host.source}: server.host ${host.value} can be reached from other machines, so a token is required: set ` +
        `server.token (${envPrefix}TOKEN, at least 16 characters, e.g. from 'openssl rand -hex 24').`,
    );
  }
  const store = of("server.store");
  if (store?.value === "mongodb" && of("mongodb.uri")?.value === null) {
    problems.push(
      `${store.source}: server.store is mongodb, but no server is named: set mongodb.uri (${envPrefix}MONGODB_URI) or ` +
        `MONGODB_URI, or give the connection string itself as server.store.`,
    );
  }
  const ports = [of("server.port"), of("csms.port")];
  if (of("csms.enabled")?.value === true && ports[0]?.value !== 0 && ports[0]?.value === ports[1]?.value) {
    const sources = ports.map((port) => port?.source).join(", ");
    problems.push(`${sources}: server.port and csms.port must differ, both are ${String(ports[0]?.value)}.`);
  }
  return problems;
}

function wrong(setting: Setting, value: unknown, source: string): string {
  // A connection string in the wrong place may hold a password.
  const isSecret = setting.secret || (typeof value === "string" && value.includes("://"));
  const shown = isSecret ? "the value given" : (JSON.stringify(value)?.slice(0, 80) ?? "nothing");
  return `${source}: ${setting.name} cannot be ${shown}. Allowed: ${setting.allowed}.`;
}

/** The typed value of a text; the text itself where it is none, for the schema to refuse. */
function fromText(setting: Setting, text: string): unknown {
  switch (setting.kind) {
    case "number":
      return /^[+-]?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
    case "boolean": {
      const word = text.trim().toLowerCase();
      return word === "true" ? true : word === "false" ? false : text;
    }
    case "list":
      return text
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== "");
    case "string":
      return text;
  }
}

/** Leaves aside what Kubernetes sets for a service called stationmaster. */
function withoutServiceLinks(sources: ConfigSources): ConfigSources & { warnings: string[] } {
  const links = Object.entries(sources.env).filter(([name, value]) => isServiceLink(name, value));
  if (links.length === 0) return { ...sources, warnings: [] };
  const names = links.map(([name]) => name);
  return {
    ...sources,
    env: Object.fromEntries(Object.entries(sources.env).filter(([name]) => !names.includes(name))),
    warnings: [
      `Left aside, since they look like Kubernetes service links and not like settings: ${names.join(", ")}. ` +
        `Set enableServiceLinks: false in the pod to be rid of them.`,
    ],
  };
}

function readSecret(path: string): { ok: true; value: string } | { ok: false; problem: string } {
  try {
    return { ok: true, value: readFileSync(path, "utf8").replace(/\r?\n$/, "") };
  } catch (error) {
    return { ok: false, problem: `the file cannot be read: ${errorText(error)}` };
  }
}

function unknownVariables(env: ConfigSources["env"]): string[] {
  const known = [...settings.map((setting) => setting.env), configFileEnv];
  const files = settings.flatMap((setting) => (setting.secret ? [setting.env + fileSuffix] : []));
  return Object.keys(env)
    .filter((name) => name.startsWith(envPrefix) && !known.includes(name) && !files.includes(name))
    .map((name) => {
      const hint = didYouMean(name, known);
      return `environment ${name}: there is no such setting.${hint} Allowed: ${known.join(", ")}.`;
    });
}

function nested(inForce: readonly InForce[]): { [section: string]: { [key: string]: unknown } } {
  const whole: { [section: string]: { [key: string]: unknown } } = {};
  for (const { setting, value } of inForce) (whole[setting.section] ??= {})[setting.key] = value;
  return whole;
}

/** An empty variable counts as not set, as shells and compose files leave it. */
function nonEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}
