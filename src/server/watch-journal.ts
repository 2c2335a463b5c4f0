import type { Journal } from "../journal/journal.ts";
import type { JournalStatus } from "../journal/status.ts";
import type { Log } from "./log.ts";

/** How often the journal is looked at, ms. */
const interval = 2000;

/** Logs when the store or the spool fails, and when all is well again. Returns the end of it. */
export function watchJournal(journal: Journal, log: Log): () => void {
  let before: JournalStatus | null = null;
  const timer = setInterval(() => {
    before = sayChange(before, journal.status(), log);
  }, interval);
  timer.unref();
  return () => clearInterval(timer);
}

/** Logs what changed between two looks at the journal; returns the later one. `before`: null at the first look. */
export function sayChange(before: JournalStatus | null, now: JournalStatus, log: Log): JournalStatus {
  const was = stateOf(before);
  const is = stateOf(now);
  if (was === is) return now;
  const { pending, unsafe, spool } = now;
  const figures = { pending, inMemory: unsafe, ...(spool === null ? {} : { spoolBytes: spool.bytes }) };
  if (is === "memory")
    log.error(figures, `Frames cannot be stored and wait in memory, where a kill loses them: ${now.failing}`);
  else if (is === "spool")
    log.warn(figures, `The store takes no frames; they wait in the spool, safe from a kill: ${now.failing}`);
  else log.info("Frames are stored again.");
  return now;
}

function stateOf(status: JournalStatus | null): "well" | "spool" | "memory" {
  if (status === null || status.failing === null) return "well";
  return status.spool === null || status.spool.problem !== null ? "memory" : "spool";
}
