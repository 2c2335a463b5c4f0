import { settingsJson, settingsTable } from "../config/show.ts";
import type { Command } from "./command.ts";
import { printed } from "./output.ts";
import { settingsFlags, settingsOf } from "./settings-flags.ts";

export const configCommand: Command = {
  positionals: [],
  flags: [...settingsFlags, { name: "json", text: "As JSON." }],
  more: "Flags go before environment variables, these before the configuration file, and that before defaults.",
  async run(parsed) {
    const { inForce, file } = settingsOf(parsed);
    await printed(parsed.values.has("json") ? settingsJson(inForce, file) : settingsTable(inForce));
    return 0;
  },
};
