import { copyStore } from "../../store/copy/copy.ts";
import type { End } from "../../store/copy/copy.ts";
import { keepingAdvice, keepingOf, oldestOf, refuseExpiring } from "../../store/copy/expiring.ts";
import type { Proof } from "../../store/copy/prove.ts";
import { isSameFolder, isSameHome } from "../../store/copy/same.ts";
import type { Command } from "../command.ts";
import { printed } from "../output.ts";
import { settingsOf } from "../settings-flags.ts";
import { UsageError } from "../usage-error.ts";
import type { ExitCode } from "../usage-error.ts";
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
    let advice: string | null = null;
    const proofs = await cancellable("The target holds a part; the same command goes on.", (options) =>
      withHome(from, "copy", false, async (source) => {
        const oldest = await oldestOf(source.store);
        const keeping = await keepingOf(to, daysTold(settings));
        refuseExpiring(keeping, oldest, Date.now());
        advice = keepingAdvice(keeping, oldest);
        const prepare = keeper(to, keeping);
        const carry = async (target: End): Promise<Proof[]> => {
          if (await isSameHome(source, target)) throw sameStore(source.store.home.place);
          return await copyStore(source, target, prepare === null ? options : { ...options, prepare });
        };
        return await withHome(to, "copy", true, carry, { unfinished: true });
      }),
    );
    return await ended(proofs, advice);
  },
};

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
