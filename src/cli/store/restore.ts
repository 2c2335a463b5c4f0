import { resolve } from "node:path";
import { checkBackup, restoreBackup } from "../../store/backup/restore.ts";
import { keepingAdvice, keepingOf, refuseExpiring } from "../../store/copy/expiring.ts";
import type { End } from "../../store/copy/copy.ts";
import type { Proof } from "../../store/copy/prove.ts";
import type { Command } from "../command.ts";
import { printed } from "../output.ts";
import { settingsOf } from "../settings-flags.ts";
import { UsageError } from "../usage-error.ts";
import { ended, refuseSpooled } from "./copy.ts";
import { configuredHome, daysTold, homeFlags, keeper, withHome } from "./home.ts";
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
    const settings = settingsOf(parsed);
    const choice = configuredHome(settings);
    const summary = await cancellable("Nothing was written.", (options) => checkBackup(file, options));
    if (summary === "stopped") return 3;
    const { head, oldest } = summary;
    const keeping = await keepingOf(choice, daysTold(settings));
    refuseExpiring(keeping, oldest, Date.now());
    const prepare = keeper(choice, keeping);
    await printed(`${file} is whole: a backup of ${head.home.place} of ${head.at}.\n`);
    const proofs = await cancellable("The store holds a part of it; the same command goes on.", (options) => {
      const all = prepare === null ? options : { ...options, prepare };
      const fill = async (end: End): Promise<Proof[]> => {
        await refuseSpooled(choice, resolve(settings.config.server.data), end.store);
        return await restoreBackup(file, summary, end, all);
      };
      return withHome(choice, "restore", true, fill, { unfinished: true });
    });
    return await ended(proofs, keepingAdvice(keeping, oldest));
  },
};
