import { StartError } from "../../server/start-error.ts";
import { storeFacts } from "../../store/facts.ts";
import { maskUri } from "../../store/mask-uri.ts";
import type { Command } from "../command.ts";
import { printed } from "../output.ts";
import { settingsOf } from "../settings-flags.ts";
import { configuredHome, hasData, homeFlags, withHome } from "./home.ts";

export const initCommand: Command = {
  positionals: [],
  flags: homeFlags,
  more: "Makes the folder, or collections and indexes, and brings what is there up to date. Does no harm when run again.",
  async run(parsed) {
    const choice = configuredHome(settingsOf(parsed));
    await withHome(choice, "init", "init", async ({ store }) => {
      const { schema } = await storeFacts(choice);
      await printed(`${store.home.place} is ready, schema ${schema ?? "unknown"}.\n`);
      for (const warning of store.home.warnings) await printed(`Warning: ${warning}\n`);
    });
    return 0;
  },
};

export const migrateCommand: Command = {
  positionals: [],
  flags: homeFlags,
  more:
    "The server does the same when it starts. Two at once do no harm: one waits for the other. A store of a newer version\n" +
    "is refused and stays as it is.",
  async run(parsed) {
    const choice = configuredHome(settingsOf(parsed));
    // What is wrong with the place is said by opening it.
    const before = hasData(choice) ? await storeFacts(choice).catch(() => null) : null;
    if (choice.kind === "mongodb" && before?.schema === null) {
      throw new StartError(
        `There is no Stationmaster store at ${maskUri(choice.uri)}: make one with stationmaster store init.`,
      );
    }
    await withHome(choice, "migrate", "update", async ({ store }) => {
      const { schema } = await storeFacts(choice);
      const from = before?.schema ?? null;
      const text =
        from === schema
          ? `has schema ${schema} already`
          : `was brought from schema ${from ?? "none"} to ${schema}`;
      await printed(`${store.home.place} ${text}.\n`);
    });
    return 0;
  },
};
