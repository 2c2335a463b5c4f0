import { checkBackup, restoreBackup } from "../../store/backup/restore.ts";
import { refuseExpiring } from "../../store/copy/expiring.ts";
import type { Command } from "../command.ts";
import { printed } from "../output.ts";
import { settingsOf } from "../settings-flags.ts";
import { UsageError } from "../usage-error.ts";
import { ended } from "./copy.ts";
import { configuredHome, homeFlags, withHome } from "./home.ts";
import { cancellable } from "./transfer.ts";

export const restoreCommand: Command = {
  positionals: [{ name: "file", text: "File that 'store backup' wrote.", required: true }],
  flags: homeFlags,
  more:
    "The whole file is checked before anything is written; one that is broken, cut short, foreign or of a newer version is\n" +
    "refused. The store must be empty. What was written is read back. Stopped halfway, the same command goes on.",
  async run(parsed) {
    const [file] = parsed.positionals;
    if (file === undefined) throw new UsageError("say which file to restore.");
    const choice = configuredHome(settingsOf(parsed));
    const summary = await cancellable("Nothing was written.", (options) => checkBackup(file, options));
    if (summary === "stopped") return 3;
    refuseExpiring(choice, summary.oldest, Date.now());
    const { head } = summary;
    await printed(`${file} is whole: a backup of ${head.home.place} of ${head.at}.\n`);
    return await ended(
      await cancellable("The store holds a part of it; the same command goes on.", (options) =>
        withHome(choice, "restore", true, (end) => restoreBackup(file, summary, end, options), {
          unfinished: true,
        }),
      ),
    );
  },
};
