import type { TransferOptions, TransferProgress } from "../../store/copy/carried.ts";
import type { Proof } from "../../store/copy/prove.ts";
import { table } from "../../text/table.ts";
import { grouped } from "../../validate/describe.ts";
import { printed } from "../output.ts";
import { createProgress } from "../progress.ts";
import { onSignal } from "../until-signal.ts";

const words = { check: "checking", write: "carrying", prove: "reading back" } as const;

/** Shows how far it is on a terminal, and ends with the first Ctrl-C; a second one ends the process at once. */
export async function cancellable<T>(
  onStop: string,
  work: (options: TransferOptions) => Promise<T>,
): Promise<T | "stopped"> {
  const end = new AbortController();
  const listenNoMore = onSignal(() => end.abort());
  const line = createProgress();
  const progress = ({ step, section, count }: TransferProgress): void =>
    line.show(() => `${words[step]} ${section}: ${grouped(count)}`);
  try {
    return await work({ signal: end.signal, progress });
  } catch (error) {
    if (!end.signal.aborted) throw error;
    line.clear();
    await printed(`Stopped. ${onStop}\n`, process.stderr);
    return "stopped";
  } finally {
    line.clear();
    listenNoMore();
  }
}

/** What went in, what was read back, and whether they are equal. */
export function proofTable(proofs: readonly Proof[]): string {
  const rows = proofs.map(({ section, source, target, equal }) => [
    section,
    grouped(source.count),
    grouped(target.count),
    target.digest.slice(0, 16),
    equal ? "equal" : source.count === target.count ? "DIFFERENT" : "INCOMPLETE",
  ]);
  return table([["", "source", "target", "hash", ""], ...rows], [1, 2]);
}
