import { resolve } from "node:path";
import { waitingInSpool } from "../../journal/waiting-in-spool.ts";
import { copyStore } from "../../store/copy/copy.ts";
import type { End } from "../../store/copy/copy.ts";
import { keepingAdvice, keepingOf, oldestOf, refuseExpiring } from "../../store/copy/expiring.ts";
import type { Proof } from "../../store/copy/prove.ts";
import { isSameFolder, isSameHome } from "../../store/copy/same.ts";
import { messages, refuseSpooledBeside, refuseSpooledTarget, spooledSource, spoolOf } from "./spooled.ts";
import type { HomeChoice } from "../../store/open.ts";
import type { Store } from "../../store/store.ts";
import type { Command } from "../command.ts";
import { printed } from "../output.ts";
import { settingsOf } from "../settings-flags.ts";
import { UsageError } from "../usage-error.ts";
import type { ExitCode } from "../exit-codes.ts";
import { daysTold, homeFlags, homeNamed, keeper, withHome } from "./home.ts";
import { cancellable, proofTable } from "./transfer.ts";

const place = "folder|uri|embedded|mongodb";

export const copyCommand: Command = {
  positionals: [],
  flags: [
    {
      name: "from",
      text: "A data folder, a connection string, or the word embedded or mongodb for the one in the settings. Required.",
      hint: place,
    },
    { name: "to", text: "The same; must be empty. Required.", hint: place },
    { name: "without-spool", text: "Leave behind what waits in the spool of the source." },
    ...homeFlags.filter(({ name }) => name !== "store" && name !== "token"),
  ],
  more:
    "Everything is copied as it is and read back; the counts and hashes of both sides are printed. Stopped halfway, the same\n" +
    "command goes on. Exit code 1: it was copied, but what was read back is not the same.",
  async run(parsed) {
    const settings = settingsOf(parsed);
    const named = (flag: string): string => {
      const value = parsed.values.get(flag)?.[0];
      if (value === undefined) throw new UsageError(`flag --${flag} is required.`);
      return value;
    };
    const from = homeNamed(settings, "from", named("from"));
    const to = homeNamed(settings, "to", named("to"));
    if (isSameFolder(from, to)) throw sameStore(to.kind === "embedded" ? to.folder : "");
    const data = resolve(settings.config.server.data);
    const spooled = from.kind === "embedded" ? from.folder : data;
    let left = 0;
    let advice: string | null = null;
    const proofs = await cancellable("The target holds a part; the same command goes on.", (options) =>
      withHome(from, "copy", false, async (source) => {
        left = (await waitingInSpool(spoolOf(spooled), source.store)).records;
        // Whether what lies in the data folder beside a database belongs to it is not known.
        const refuses = from.kind === "embedded" && !parsed.values.has("without-spool");
        if (left > 0 && refuses) throw spooledSource(left, spooled);
        const oldest = await oldestOf(source.store);
        const keeping = await keepingOf(to, daysTold(settings));
        refuseExpiring(keeping, oldest, Date.now());
        advice = keepingAdvice(keeping, oldest);
        const prepare = keeper(to, keeping);
        const carry = async (target: End): Promise<Proof[]> => {
          if (await isSameHome(source, target)) throw sameStore(source.store.home.place);
          await refuseSpooled(to, data, target.store);
          return await copyStore(source, target, prepare === null ? options : { ...options, prepare });
        };
        return await withHome(to, "copy", true, carry, { unfinished: true });
      }),
    );
    const code = await ended(proofs, advice);
    if (left > 0 && proofs !== "stopped") {
      const text = `${messages(left)} that wait in ${spoolOf(spooled)} are not among it: keep that folder.\n`;
      await printed(text, process.stderr);
    }
    return code;
  },
};

/** Throws TransferError when the data folder that a target is used with holds messages of another store. */
export async function refuseSpooled(target: HomeChoice, data: string, store: Store): Promise<void> {
  if (target.kind === "embedded") await refuseSpooledTarget(target.folder, store);
  else await refuseSpooledBeside(data, store);
}

function sameStore(place: string): UsageError {
  return new UsageError(`--from and --to name the same store, ${place}. Name another, empty one with --to.`);
}

/** Prints the proof, and what to mind from now on; the exit code says whether it holds. */
export async function ended(proofs: readonly Proof[] | "stopped", advice: string | null): Promise<ExitCode> {
  if (proofs === "stopped") return 3;
  await printed(proofTable(proofs));
  if (proofs.every(({ equal }) => equal)) {
    await printed("Everything is there, as it was.\n");
    if (advice !== null) await printed(`${advice}\n`);
    return 0;
  }
  await printed(
    "What was read back is not what was written: remove what is in the target and do it again, with no server at work on either.\n",
    process.stderr,
  );
  return 1;
}
