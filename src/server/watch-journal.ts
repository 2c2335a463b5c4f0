import type { Journal } from "../journal/journal.ts";
import type { Log } from "./log.ts";

/** How often the journal is looked at, ms. */
const interval = 2000;

/** Logs when the journal cannot store, and when it can again. Returns the end of it. */
export function watchJournal(journal: Journal, log: Log): () => void {
  let before: string | null = null;
  const timer = setInterval(() => {
    const { failing, pending } = journal.status();
    if (failing !== null && before === null) {
      log.error({ pending }, `Frames cannot be stored and wait in memory: ${failing}`);
    }
    if (failing === null && before !== null) log.info("Frames are stored again.");
    before = failing;
  }, interval);
  timer.unref();
  return () => clearInterval(timer);
}
