import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { waitingInSpool } from "../../journal/waiting-in-spool.ts";
import { StartError } from "../../server/start-error.ts";
import { productVersion } from "../../server/version.ts";
import { writeBackupFile, zipped } from "../../store/backup/file.ts";
import { backupText } from "../../store/backup/write.ts";
import { grouped } from "../../validate/describe.ts";
import type { Command } from "../command.ts";
import { printed } from "../output.ts";
import { settingsOf } from "../settings-flags.ts";
import { UsageError } from "../usage-error.ts";
import { backupFromServer, orThroughServer } from "./from-server.ts";
import { configuredHome, homeFlags, withHome } from "./home.ts";
import { spoolOf } from "./spooled.ts";
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
    let missing = { records: 0, why: "" };
    const summary = await cancellable("Nothing was written.", (options) =>
      orThroughServer(
        choice,
        token,
        () =>
          withHome(choice, "backup", false, async ({ store, writer }) => {
            const { records } = await waitingInSpool(spoolOf(resolve(data)), store);
            missing = { records, why: "they come into the store when a server works on this data folder." };
            const about = { product: productVersion(), now: Date.now(), without: [writer], waiting: records };
            return await writeBackupFile(zipped(backupText(store, about, options)), file, options);
          }),
        (served) => {
          const pieces = backupFromServer(served, (records) => {
            missing = { records, why: "the store had not taken them in time; /health says why." };
          });
          return writeBackupFile(pieces, file, options);
        },
      ),
    );
    if (summary === "stopped") return 3;
    const rows = Object.entries(summary.sections).map(
      ([section, { count }]) => `${grouped(count)} ${section}`,
    );
    await printed(`${file} is written and was read back: ${rows.join(", ")}.\n`);
    if (missing.records > 0) {
      await printed(
        `${grouped(missing.records)} messages that were recorded wait in the spool or in memory and may be missing from it: ${missing.why}\n`,
        process.stderr,
      );
    }
    return 0;
  },
};
