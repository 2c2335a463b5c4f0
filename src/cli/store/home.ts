import { existsSync } from "node:fs";
import { join } from "node:path";
import { chooseHome, homeAt } from "../../config/home.ts";
import type { LoadedConfig } from "../../config/load.ts";
import { commandIdentity } from "../../server/identity.ts";
import { StartError } from "../../server/start-error.ts";
import type { End } from "../../store/copy/copy.ts";
import type { Keeping } from "../../store/copy/expiring.ts";
import { isOtherUri } from "../../store/mask-uri.ts";
import { openStore } from "../../store/open.ts";
import type { HomeChoice } from "../../store/open.ts";
import type { Flag } from "../flags.ts";
import { settingsFlags } from "../settings-flags.ts";
import { UsageError } from "../usage-error.ts";

type Settings = Extract<LoadedConfig, { ok: true }>;

/** The settings that say which store is meant. */
export const homeFlags: readonly Flag[] = settingsFlags.filter(
  ({ name }) => ["config", "data", "store", "token"].includes(name) || name.startsWith("mongodb-"),
);

/** The store that the server would use with these settings. */
export function configuredHome({ config, inForce }: Settings): HomeChoice {
  return chooseHome(config, inForce);
}

/** A store named on the command line: a folder, a connection string, or the words embedded and mongodb. Throws UsageError. */
export function homeNamed({ config }: Settings, flag: string, name: string): HomeChoice {
  const why = `flag --${flag} names it`;
  if (name === "embedded") return homeAt(config, config.server.data, why);
  if (isOtherUri(name)) {
    throw new UsageError(
      `flag --${flag} names an address that is no store. Allowed: a folder, a mongodb:// or mongodb+srv:// connection ` +
        "string, or the word embedded or mongodb.",
    );
  }
  if (name !== "mongodb") return homeAt(config, name, why);
  if (config.mongodb.uri !== null) return homeAt(config, config.mongodb.uri, why);
  throw new UsageError(`flag --${flag}: mongodb means mongodb.uri or MONGODB_URI, and neither is set.`);
}

/** How many days MongoDB shall keep things, as far as flags say so. */
export function daysTold({ config, inForce }: Settings): Partial<Keeping["days"]> {
  const { expireFrames: frames, expireSamples: samples, expireEvents: events } = config.mongodb;
  const isTold = (name: string): boolean =>
    inForce.some(({ setting, source }) => setting.name === name && source.startsWith("flag "));
  return {
    ...(isTold("mongodb.expireFrames") ? { frames } : {}),
    ...(isTold("mongodb.expireSamples") ? { samples } : {}),
    ...(isTold("mongodb.expireEvents") ? { events } : {}),
  };
}

/** Makes a store that is about to be filled keep things as long as flags say; null: there is nothing to set. */
export function keeper(choice: HomeChoice, keeping: Keeping | null): (() => Promise<void>) | null {
  if (choice.kind !== "mongodb" || keeping === null || Object.keys(keeping.told).length === 0) return null;
  const expiring = { ...choice, expire: keeping.days };
  return () => withHome(expiring, "expire", "init", () => Promise.resolve(), { unfinished: true });
}

/**
 * Opens a store for a command and closes it afterwards. `make`: it may be new; `init`: and gets what the settings say of it;
 * `update`: it must be there, of whatever version; false: and is only looked at.
 * `unfinished`: also one that holds only the beginning of a copy or restore. Throws StoreOpenError and StartError.
 */
export async function withHome<T>(
  choice: HomeChoice,
  command: string,
  make: boolean | "init" | "update",
  work: (end: End) => Promise<T>,
  { unfinished = false } = {},
): Promise<T> {
  if ((make === false || make === "update") && !hasData(choice)) {
    const folder = choice.kind === "embedded" ? choice.folder : "";
    throw new StartError(`There is no Stationmaster data in ${folder}; name the folder with --data.`);
  }
  const identity = commandIdentity(command);
  const store = await openStore(choice, identity, {
    command: make !== "init",
    look: make === false,
    unfinished,
    tell: toldOnStderr,
  });
  try {
    return await work({ store, writer: identity.writer });
  } finally {
    await store.close();
  }
}

/** Beside what a command prints. */
export function toldOnStderr(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** False for a folder without a database; whether a MongoDB has one is found out when it is opened. */
export function hasData(choice: HomeChoice): boolean {
  return choice.kind === "mongodb" || existsSync(join(choice.folder, "stationmaster.db"));
}
