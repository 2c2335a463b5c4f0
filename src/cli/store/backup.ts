import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { StartError } from "../../server/start-error.ts";
import { productVersion } from "../../server/version.ts";
import { writeBackupFile, zipped } from "../../store/backup/file.ts";
import type { BackupSummary } from "../../store/backup/read.ts";
import { backupText } from "../../store/backup/write.ts";
import type { TransferOptions } from "../../store/copy/carried.ts";
import { StoreOpenError } from "../../store/open-error.ts";
import type { HomeChoice } from "../../store/open.ts";
import { grouped } from "../../validate/describe.ts";
import type { Command } from "../command.ts";
import { printed } from "../output.ts";
import { settingsOf } from "../settings-flags.ts";
import { UsageError } from "../usage-error.ts";
import { backupFromServer } from "./from-server.ts";
import { configuredHome, homeFlags, withHome } from "./home.ts";
import { cancellable } from "./transfer.ts";

export const backupCommand: Command = {
  positionals: [{ name: "file", text: "File to write, e.g. stationmaster.backup.gz.", required: true }],
  flags: [...homeFlags, { name: "force", text: "Replace the file if it is there." }],
  more:
    "The server may run meanwhile: on the embedded home the backup goes through it. The file holds passwords of stations;\n" +
    "only its owner may read it. It gets its name when it is whole and was read back.",
  async run(parsed) {
    const [file] = parsed.positionals;
    if (file === undefined) throw new UsageError("say which file to write.");
    if (existsSync(file) && !parsed.values.has("force")) {
      throw new StartError(`${file} is there already. Name another file, or replace it with --force.`);
    }
    const settings = settingsOf(parsed);
    const { data, token } = settings.config.server;
    const choice = configuredHome(settings);
    let waiting = 0;
    const summary = await cancellable("Nothing was written.", async (options) => {
      try {
        return await directly(choice, file, options);
      } catch (error) {
        if (!(error instanceof StoreOpenError) || error.reason !== "in-use") throw error;
        const bytes = backupFromServer(resolve(data), token, error, (records) => (waiting = records));
        return await writeBackupFile(bytes, file, options);
      }
    });
    if (summary === "stopped") return 3;
    const rows = Object.entries(summary.sections).map(
      ([section, { count }]) => `${grouped(count)} ${section}`,
    );
    await printed(`${file} is written and was read back: ${rows.join(", ")}.\n`);
    if (waiting > 0) {
      await printed(
        `Of what was recorded, ${grouped(waiting)} messages waited for the store and may be missing from it; /health says why.\n`,
        process.stderr,
      );
    }
    return 0;
  },
};

function directly(choice: HomeChoice, file: string, options: TransferOptions): Promise<BackupSummary> {
  return withHome(choice, "backup", false, async ({ store, writer }) => {
    const about = { product: productVersion(), now: Date.now(), without: [writer] };
    return await writeBackupFile(zipped(backupText(store, about, options)), file, options);
  });
}
